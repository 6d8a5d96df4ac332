package io.parley.yaml;

import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record's components as YAML keys; made once for each class. */
final class RecordShape {

  /**
   * One component.
   *
   * @param key its YAML key; empty = filled with the place of the map
   * @param type its declared type
   * @param oneOrMany whether a list may be written as its only element
   * @param range bounds of a whole number
   * @param matches form of a text
   * @param doc what it is, in a sentence
   */
  record Component(
      String key,
      Type type,
      boolean oneOrMany,
      Optional<Range> range,
      Optional<Matches> matches,
      Optional<String> doc) {

    /** The same with its type variables filled in. */
    Component of(Type filled) {
      return new Component(key, filled, oneOrMany, range, matches, doc);
    }
  }

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final List<Component> components;
  private final List<String> keys;
  private final Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    RecordComponent[] declared = type.getRecordComponents();
    if (declared == null) {
      throw new IllegalStateException(type + " is not a record and no reader is registered for it");
    }
    components = Arrays.stream(declared).map(RecordShape::component).toList();
    keys = components.stream().map(Component::key).filter(k -> !k.isEmpty()).toList();
    Class<?>[] types =
        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private RecordShape(List<Component> components, RecordShape other) {
    this.components = components;
    this.keys = other.keys;
    this.constructor = other.constructor;
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** The shape of a generic record with its type variables filled in. */
  static RecordShape of(ParameterizedType type) {
    RecordShape open = of((Class<?>) type.getRawType());
    TypeArguments arguments = TypeArguments.of(type);
    List<Component> filled =
        open.components.stream().map(c -> c.of(arguments.fill(c.type()))).toList();
    return new RecordShape(filled, open);
  }

  List<Component> components() {
    return components;
  }

  List<String> keys() {
    return keys;
  }

  /**
   * Makes the record.
   *
   * @throws IllegalArgumentException when the record's own constructor refuses the values
   */
  Object create(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Component component(RecordComponent c) {
    String name = c.getType() == SourcePosition.class ? "" : kebab(c.getName());
    return new Component(
        Optional.ofNullable(c.getAnnotation(Key.class)).map(Key::value).orElse(name),
        c.getGenericType(),
        c.isAnnotationPresent(OneOrMany.class),
        Optional.ofNullable(c.getAnnotation(Range.class)),
        Optional.ofNullable(c.getAnnotation(Matches.class)),
        Optional.ofNullable(c.getAnnotation(Doc.class)).map(Doc::value));
  }

  /** {@code rtcpMux} to {@code rtcp-mux}. */
  static String kebab(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toCharArray()) {
      out.append(Character.isUpperCase(c) ? "-" + Character.toLowerCase(c) : c);
    }
    return out.toString();
  }
}
