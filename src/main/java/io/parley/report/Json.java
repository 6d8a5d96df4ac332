package io.parley.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes JSON (RFC 8259), with what is not seen escaped, in the order things are put, so that two
 * runs compare line by line. Texts, numbers, booleans, maps, collections; an empty {@link Optional}
 * leaves its field out.
 */
public final class Json {
  private Json() {}

  /** One value on one line. */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  /** The same value with every text in it replaced, keys aside. */
  public static Object map(Object value, UnaryOperator<String> text) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((k, v) -> out.put(k, map(v, text)));
      return out;
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(item -> map(item, text)).toList();
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(v -> map(v, text));
    }
    boolean other = value instanceof Number || value instanceof Boolean || value == null;
    return other ? value : text.apply(value.toString());
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof Map<?, ?> map) {
      object(out, map);
    } else if (value instanceof Collection<?> items) {
      array(out, items);
    } else if (value instanceof Number || value instanceof Boolean || value == null) {
      out.append(value);
    } else {
      text(out, value.toString());
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    String comma = "";
    out.append('{');
    for (Map.Entry<?, ?> field : map.entrySet()) {
      Object value = field.getValue() instanceof Optional<?> o ? o.orElse(null) : field.getValue();
      if (value == null) {
        continue;
      }
      out.append(comma);
      text(out, field.getKey().toString());
      out.append(':');
      write(out, value);
      comma = ",";
    }
    out.append('}');
  }

  private static void array(StringBuilder out, Collection<?> items) {
    String comma = "";
    out.append('[');
    for (Object item : items) {
      out.append(comma);
      write(out, item);
      comma = ",";
    }
    out.append(']');
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Visible.isHidden(c) || Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
