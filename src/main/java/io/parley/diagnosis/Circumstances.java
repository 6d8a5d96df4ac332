package io.parley.diagnosis;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is known besides the finding itself.
 *
 * @param code the vendor's number that the expectation names, for example 531000
 * @param status the final response that came, 200..699; empty = none
 * @param tags tags of the scenario
 */
public record Circumstances(OptionalInt code, OptionalInt status, List<String> tags) {

  /** Nothing is known. */
  public static final Circumstances UNKNOWN =
      new Circumstances(OptionalInt.empty(), OptionalInt.empty(), List.of());
}
