package io.parley.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The readers of types that are not simply records, by type. Immutable. */
public final class Readers {
  /** No readers. */
  public static final Readers NONE = new Readers(Map.of());

  private final Map<Class<?>, Reader<?>> byType;

  private Readers(Map<Class<?>, Reader<?>> byType) {
    this.byType = byType;
  }

  /** These readers and one more. */
  public <T> Readers with(Class<T> type, Reader<? extends T> reader) {
    Map<Class<?>, Reader<?>> more = new LinkedHashMap<>(byType);
    more.put(type, reader);
    return new Readers(more);
  }

  /** The reader of a type, if it has one. */
  public Optional<Reader<?>> of(Class<?> type) {
    return Optional.ofNullable(byType.get(type));
  }
}
