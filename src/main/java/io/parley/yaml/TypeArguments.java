package io.parley.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the type variables of a generic record stand for where it is used. */
final class TypeArguments {
  private final Map<Type, Type> values;

  private TypeArguments(Map<Type, Type> values) {
    this.values = values;
  }

  static TypeArguments of(ParameterizedType type) {
    TypeVariable<?>[] names = ((Class<?>) type.getRawType()).getTypeParameters();
    Map<Type, Type> values = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      values.put(names[i], type.getActualTypeArguments()[i]);
    }
    return new TypeArguments(values);
  }

  /** The type with every variable replaced by what it stands for. */
  Type fill(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of =
          Arrays.stream(generic.getActualTypeArguments()).map(this::fill).toArray(Type[]::new);
      return new Filled((Class<?>) generic.getRawType(), of);
    }
    return values.getOrDefault(type, type);
  }

  private record Filled(Class<?> raw, Type[] of) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return of;
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return null;
    }
  }
}
