package io.parley.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The value of a component whose key is not written. */
final class Missing {
  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          Optional.class, Optional.empty(),
          OptionalInt.class, OptionalInt.empty(),
          List.class, List.of(),
          Map.class, Map.of(),
          boolean.class, false);

  private Missing() {}

  /** The value, or null when the key must be written. */
  static Object value(Type type) {
    return VALUES.get(type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
