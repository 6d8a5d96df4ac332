package io.parley.yaml;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills a record's components from a map. */
final class RecordReader {
  private final Binder binder;
  private final RecordShape shape;
  private final String renamed;
  private final String key;

  /**
   * A reader for one record.
   *
   * @param renamed the component that is filled by {@code key}; empty = none
   * @param key the key that fills it
   */
  RecordReader(Binder binder, RecordShape shape, String renamed, String key) {
    this.binder = binder;
    this.shape = shape;
    this.renamed = renamed;
    this.key = key;
  }

  /** The record; empty when something is not as expected, which is then in the problems. */
  Optional<Object> read(Mapping map) {
    int before = binder.problems().count();
    List<String> known = shape.keys().stream().map(this::outward).toList();
    for (Mapping.Entry e : map.entries()) {
      if (!known.contains(e.key())) {
        unknown(e, known);
      }
    }
    Object[] values = new Object[shape.components().size()];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = component(map, shape.components().get(i));
      complete &= values[i] != null;
    }
    boolean sound = complete && binder.problems().count() == before;
    return sound ? create(map, values) : Optional.empty();
  }

  /** A number without a value was meant for an item of a list: {@code status: 486, 488}. */
  private void unknown(Mapping.Entry e, List<String> known) {
    boolean item = e.key().matches("[0-9]+") && e.value() instanceof Scalar s && s.isNull();
    if (item) {
      binder.refuse(
          e.keyAt(), "expected a key, found '" + e.key() + "'", "Several values stand in [ ].");
    } else {
      binder.unknown(e.keyAt(), "key", e.key(), "Keys", known);
    }
  }

  /** The value of a component, or null when it could not be read. */
  private Object component(Mapping map, RecordShape.Component c) {
    if (c.key().isEmpty()) {
      return map.at();
    }
    String name = outward(c.key());
    Optional<Node> node = map.get(name);
    if (node.isEmpty()) {
      Object missing = Missing.value(c.type());
      if (missing == null) {
        String message = "missing key '" + name + "'";
        c.doc()
            .ifPresentOrElse(
                doc -> binder.refuse(map.at(), message, doc),
                () -> binder.refuse(map.at(), message));
      }
      return missing;
    }
    return binder.within(name, () -> bounded(node.get(), c)).orElse(null);
  }

  private Optional<?> bounded(Node node, RecordShape.Component c) {
    String text = node instanceof Scalar s ? s.text() : "";
    if (c.matches().isPresent() && !text.matches(c.matches().get().value())) {
      binder.expected(node, c.matches().get().expected());
      return Optional.empty();
    }
    Optional<?> value = value(node, c);
    if (value.isPresent() && c.range().isPresent()) {
      Range range = c.range().get();
      int number = Integer.parseInt(text);
      if (number < range.from() || number > range.to()) {
        binder.expected(node, "a whole number from " + range.from() + " to " + range.to());
        return Optional.empty();
      }
    }
    return value;
  }

  private Optional<?> value(Node node, RecordShape.Component c) {
    if (c.type() == OptionalInt.class) {
      return binder.bindType(node, Integer.class).map(i -> OptionalInt.of((Integer) i));
    }
    return c.type() instanceof ParameterizedType generic
        ? binder.parameterized(node, generic, c.oneOrMany())
        : binder.bindType(node, c.type());
  }

  private Optional<Object> create(Mapping map, Object[] values) {
    try {
      return Optional.of(shape.create(values));
    } catch (IllegalArgumentException e) {
      binder.refuse(map.at(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A component's name as it is written. */
  private String outward(String name) {
    return name.equals(renamed) ? key : name;
  }
}
