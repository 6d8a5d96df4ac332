package io.parley.yaml;

import java.util.List;

/** One form in which a value may be written, as the JSON Schema says it. */
public sealed interface Form {

  /**
   * A text.
   *
   * @param description what it means
   * @param pattern a regular expression it must be found by; empty = any text
   * @param known values an editor offers; others are allowed if they fit the pattern
   */
  record Text(String description, String pattern, List<String> known) implements Form {}

  /**
   * A whole number.
   *
   * @param least smallest value
   * @param most largest value
   */
  record Whole(String description, long least, long most) implements Form {}

  /** Nothing, written {@code ~}. */
  record Nothing(String description) implements Form {}

  /** A list of values of a type. */
  record ListOf(String description, Class<?> element) implements Form {}

  /** A map from any name to values of a type. */
  record Table(String description, Class<?> value) implements Form {}

  /** A map with exactly one entry, of any name, whose value is of a type. */
  record Single(String description, Class<?> value) implements Form {}

  /** A map with the keys of a record. */
  record Keys(Class<?> type) implements Form {}

  /**
   * A map recognised by one of its keys.
   *
   * @param type the record it is read into
   * @param key the key that says so
   * @param component the record's component that this key fills
   */
  record Keyed(Class<?> type, String key, String component) implements Form {}
}
