package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns nodes into records.
 *
 * <p>A record's components are the keys of a map, in kebab-case ({@code rtcpMux} is {@code
 * rtcp-mux}; {@link Key} renames). Unknown keys are problems. {@code Optional}, {@code
 * OptionalInt}, {@code List}, {@code Map} and {@code boolean} components may be missing (empty,
 * false); all others must be there. Components may be {@code String}, {@code boolean}, {@code int},
 * {@code long}, {@code double}, {@link java.time.Duration} ({@code 2s}, {@code 500ms}), an enum
 * (constants in kebab-case), {@code List<T>} (with {@link OneOrMany} also a single {@code T}),
 * {@code Map<String, T>} (keeps file order), {@link Located}{@code <T>} (a value with its place),
 * {@link Node} (as it is), another record, which may be generic, or any type a {@link Reader} is
 * registered for. A component of type {@link SourcePosition} is no key: it takes the place of the
 * map. An {@code IllegalArgumentException} that the record's constructor throws becomes a problem
 * with its message.
 *
 * <pre>{@code
 * record Limits(OptionalInt calls, Optional<Duration> ring, List<String> dial) {}
 * Problems problems = new Problems();
 * Optional<Limits> limits = new Binder(problems).bind(node, Limits.class);
 * }</pre>
 *
 * Belongs to one thread.
 */
public final class Binder {
  private final Problems problems;
  private final Readers readers;
  private String label = "";

  /** A binder for records alone. */
  public Binder(Problems problems) {
    this(problems, Readers.NONE);
  }

  /** A binder that also knows the types of these readers. */
  public Binder(Problems problems, Readers readers) {
    this.problems = problems;
    this.readers = readers;
  }

  /** Where problems go. */
  public Problems problems() {
    return problems;
  }

  /** Binds a node; empty when something in it is not as expected, which is then in the problems. */
  public <T> Optional<T> bind(Node node, Class<T> type) {
    return bindType(node, type).map(value -> box(type).cast(value));
  }

  /** Binds each item of a list; empty when the node is no list or an item is not as expected. */
  public <T> Optional<List<T>> bindList(Node node, Class<T> element) {
    return items(node, element, false)
        .map(list -> list.stream().map(item -> box(element).cast(item)).toList());
  }

  /** Binds each value of a map; empty when the node is no map or a value is not as expected. */
  public <T> Optional<Map<String, T>> bindTable(Node node, Class<T> value) {
    return table(node, value)
        .map(
            table -> {
              Map<String, T> out = new LinkedHashMap<>();
              table.forEach((key, item) -> out.put(key, box(value).cast(item)));
              return out;
            });
  }

  /** Binds a map to a record, one of whose components is filled by a key of another name. */
  public <T> Optional<T> bindKeyed(Mapping map, Class<T> type, String key, String component) {
    return new RecordReader(this, RecordShape.of(type), component, key).read(map).map(type::cast);
  }

  /** Notes that a node is not what was expected, for example {@code "a whole number"}. */
  public void expected(Node node, String what) {
    expected(node, what, Optional.empty());
  }

  /** Notes that a node is not what was expected, with a hint. */
  public void expected(Node node, String what, Optional<String> hint) {
    problems.add(node.at(), label + "expected " + what + ", found " + node.describe(), hint);
  }

  /** Notes a problem at the key being read; the message has no full stop at its end. */
  public void refuse(SourcePosition at, String message) {
    problems.add(at, label + message);
  }

  /** Notes a problem with a hint at the key being read. */
  public void refuse(SourcePosition at, String message, String hint) {
    problems.add(at, label + message, hint);
  }

  /** Notes that a word is none of those known, with the nearest one as a hint. */
  public void unknown(
      SourcePosition at, String kind, String word, String plural, List<String> known) {
    problems.add(
        at, label + "unknown " + kind + " '" + word + "'", Suggestion.hint(word, plural, known));
  }

  Optional<?> bindType(Node node, Type type) {
    if (type instanceof ParameterizedType generic) {
      return parameterized(node, generic, false);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Reader<?>> reader = readers.of(plain);
    if (reader.isPresent()) {
      return reader.get().read(node, this);
    }
    if (plain.isInstance(node)) {
      return Optional.of(node);
    }
    if (ScalarReader.reads(plain)) {
      return ScalarReader.read(node, plain, this);
    }
    return generic(node, RecordShape.of(plain));
  }

  Optional<?> parameterized(Node node, ParameterizedType type, boolean oneOrMany) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return bindType(node, of[0]).map(Optional::of);
    }
    if (raw == Located.class) {
      return bindType(node, of[0]).map(value -> new Located<>(node.at(), value));
    }
    if (raw == List.class) {
      return items(node, of[0], oneOrMany);
    }
    if (raw == Map.class) {
      return table(node, of[1]);
    }
    if (raw.isRecord()) {
      return generic(node, RecordShape.of(type));
    }
    throw new IllegalStateException("no reader for " + type);
  }

  private Optional<?> generic(Node node, RecordShape shape) {
    if (node instanceof Mapping map) {
      return new RecordReader(this, shape, "", "").read(map);
    }
    expected(node, "a map with " + some(shape.keys()));
    return Optional.empty();
  }

  private Optional<List<Object>> items(Node node, Type element, boolean oneOrMany) {
    if (!(node instanceof Sequence list)) {
      if (oneOrMany) {
        return bindType(node, element).map(List::of);
      }
      expected(node, "a list", Optional.of(Sequence.insteadOf(node)));
      return Optional.empty();
    }
    List<Object> out = new ArrayList<>();
    list.items().forEach(item -> bindType(item, element).ifPresent(out::add));
    return out.size() == list.items().size() ? Optional.of(List.copyOf(out)) : Optional.empty();
  }

  private Optional<Map<String, Object>> table(Node node, Type value) {
    if (!(node instanceof Mapping map)) {
      expected(node, "a map");
      return Optional.empty();
    }
    Map<String, Object> out = new LinkedHashMap<>();
    for (Mapping.Entry e : map.entries()) {
      within(e.key(), () -> bindType(e.value(), value)).ifPresent(v -> out.put(e.key(), v));
    }
    return out.size() == map.entries().size()
        ? Optional.of(java.util.Collections.unmodifiableMap(out))
        : Optional.empty();
  }

  /** Reads something at a key, which problems then name. */
  <T> T within(String key, java.util.function.Supplier<T> work) {
    String outer = label;
    label = key + ": ";
    try {
      return work.get();
    } finally {
      label = outer;
    }
  }

  private static String some(List<String> keys) {
    return String.join(", ", keys.subList(0, Math.min(4, keys.size())))
        + (keys.size() > 4 ? ", …" : "");
  }

  @SuppressWarnings("unchecked")
  private static <T> Class<T> box(Class<T> type) {
    return (Class<T>) java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
