package io.parley.yaml;

import io.parley.model.Doc;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema of what the {@link Binder} reads, from the same records and readers. */
public final class SchemaWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VARIABLE = "^\\$\\{[^}]+\\}$";
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class, OptionalInt.class);

  private final Readers readers;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  public SchemaWriter(Readers readers) {
    this.readers = readers;
  }

  /** The schema of a file that holds a record. */
  public ObjectNode write(Class<?> root) {
    ObjectNode own = record(root, null, null);
    ObjectNode out = JSON.createObjectNode();
    out.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    out.setAll(own);
    ObjectNode all = out.putObject("$defs");
    definitions.forEach(all::set);
    return out;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      return isOwn((Class<?>) generic.getRawType())
          ? record((Class<?>) generic.getRawType(), RecordShape.of(generic), null, null)
          : parameterized((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (readers.of(raw).isPresent()) {
      return reference(raw, () -> forms(readers.of(raw).orElseThrow().forms()));
    }
    if (raw == Node.class) {
      return JSON.createObjectNode();
    }
    return raw.isRecord() ? reference(raw, () -> record(raw, null, null)) : scalar(raw);
  }

  /** A record of a file, not the place of a value in it. */
  private static boolean isOwn(Class<?> generic) {
    return generic.isRecord() && generic != Located.class;
  }

  private ObjectNode parameterized(Class<?> raw, Type[] of) {
    if (raw == List.class) {
      return orVariable(list(schema(of[0])));
    }
    return raw == Map.class ? orVariable(table(schema(of[1]))) : schema(of[0]);
  }

  /** A definition is entered before it is made, since a type may hold itself. */
  private ObjectNode reference(Class<?> type, Supplier<ObjectNode> make) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      ObjectNode definition = JSON.createObjectNode();
      definitions.put(name, definition);
      definition.setAll(make.get());
    }
    return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode forms(List<Form> forms) {
    ObjectNode out = JSON.createObjectNode();
    ArrayNode any = out.putArray("anyOf");
    boolean text = forms.stream().anyMatch(f -> f instanceof Form.Text t && t.pattern().isEmpty());
    forms.forEach(form -> any.add(form(form)));
    if (!text) {
      any.add(variable());
    }
    return out;
  }

  private ObjectNode form(Form form) {
    if (form instanceof Form.Text text) {
      return text(text);
    }
    if (form instanceof Form.Whole whole) {
      return whole(whole.least(), whole.most()).put("description", whole.description());
    }
    if (form instanceof Form.Nothing nothing) {
      return JSON.createObjectNode().put("type", "null").put("description", nothing.description());
    }
    if (form instanceof Form.ListOf list) {
      return list(schema(list.element())).put("description", list.description());
    }
    if (form instanceof Form.Table table) {
      return table(schema(table.value())).put("description", table.description());
    }
    if (form instanceof Form.Single single) {
      ObjectNode one = table(schema(single.value())).put("description", single.description());
      return one.put("minProperties", 1).put("maxProperties", 1);
    }
    if (form instanceof Form.Keyed keyed) {
      return record(keyed.type(), keyed.key(), keyed.component());
    }
    return schema(((Form.Keys) form).type());
  }

  private static ObjectNode text(Form.Text text) {
    ObjectNode out = JSON.createObjectNode();
    if (text.pattern().isEmpty()) {
      anyScalar(out);
    } else {
      out.put("type", "string").put("pattern", text.pattern());
    }
    if (!text.known().isEmpty()) {
      ArrayNode examples = out.putArray("examples");
      text.known().forEach(examples::add);
    }
    return out.put("description", text.description());
  }

  /** A record; its component {@code component} is filled by {@code key}, which must be there. */
  private ObjectNode record(Class<?> type, String key, String component) {
    return record(type, RecordShape.of(type), key, component);
  }

  private ObjectNode record(Class<?> type, RecordShape of, String key, String component) {
    ObjectNode out = JSON.createObjectNode().put("type", "object");
    Optional.ofNullable(type.getAnnotation(Doc.class))
        .ifPresent(doc -> out.put("description", doc.value()));
    ObjectNode properties = out.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    List<RecordShape.Component> shape = of.components();
    for (int i = 0; i < shape.size(); i++) {
      RecordShape.Component c = shape.get(i);
      if (!c.key().isEmpty()) {
        String name = c.key().equals(component) ? key : c.key();
        properties.set(name, property(type.getRecordComponents()[i], c));
        if (Missing.value(c.type()) == null || name.equals(key)) {
          required.add(name);
        }
      }
    }
    if (!required.isEmpty()) {
      out.set("required", required);
    }
    return out.put("additionalProperties", false);
  }

  private ObjectNode property(RecordComponent component, RecordShape.Component c) {
    ObjectNode value = schema(c.type());
    if (c.oneOrMany()) {
      Type element = ((ParameterizedType) c.type()).getActualTypeArguments()[0];
      ObjectNode either = JSON.createObjectNode();
      either.putArray("anyOf").add(schema(element)).add(value);
      value = either;
    }
    if (c.range().isPresent()) {
      value = orVariable(whole(c.range().get().from(), c.range().get().to()));
    }
    if (c.matches().isPresent()) {
      value = JSON.createObjectNode().put("type", "string");
      value.put("pattern", "^(" + c.matches().get().value() + ")$");
    }
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? value : value.put("description", doc.value());
  }

  private static ObjectNode scalar(Class<?> type) {
    if (type == String.class) {
      return anyScalar(JSON.createObjectNode());
    }
    ObjectNode out = JSON.createObjectNode();
    if (type.isEnum()) {
      ArrayNode words = out.putArray("enum");
      ScalarReader.words(type).forEach(words::add);
    } else if (type == Duration.class) {
      out.put("type", "string").put("pattern", ScalarReader.DURATION);
    } else if (type == boolean.class || type == Boolean.class) {
      out.put("type", "boolean");
    } else {
      out.put("type", WHOLE.contains(type) ? "integer" : "number");
    }
    return orVariable(out);
  }

  /** Text fields keep their source text, so a number or true is a text too. */
  private static ObjectNode anyScalar(ObjectNode out) {
    out.putArray("type").add("string").add("number").add("boolean");
    return out;
  }

  private static ObjectNode orVariable(ObjectNode schema) {
    ObjectNode out = JSON.createObjectNode();
    out.putArray("anyOf").add(schema).add(variable());
    return out;
  }

  private static ObjectNode variable() {
    return JSON.createObjectNode().put("type", "string").put("pattern", VARIABLE);
  }

  private static ObjectNode whole(long least, long most) {
    ObjectNode out = JSON.createObjectNode().put("type", "integer");
    return out.put("minimum", least).put("maximum", most);
  }

  private static ObjectNode list(ObjectNode element) {
    ObjectNode out = JSON.createObjectNode().put("type", "array");
    out.set("items", element);
    return out;
  }

  private static ObjectNode table(ObjectNode value) {
    ObjectNode out = JSON.createObjectNode().put("type", "object");
    out.set("additionalProperties", value);
    return out;
  }
}
