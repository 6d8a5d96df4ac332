package io.parley.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Reads a type that is not simply a record's keys: a union such as "a name, {@code none}, or a
 * map". Most are built with {@link Union} or {@link Variants}.
 *
 * @param <T> what it reads
 */
public interface Reader<T> {

  /** Reads a node; empty when it is not as expected, which is then in the binder's problems. */
  Optional<T> read(Node node, Binder binder);

  /** The forms it takes, any of which may be written; the JSON Schema is made from them. */
  List<Form> forms();
}
