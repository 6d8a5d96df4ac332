package io.parley.diagnosis;

import io.parley.model.Advice;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is known besides the finding itself.
 *
 * @param code the vendor's number that the expectation names, for example 531000
 * @param status the final response that came, 200..699; empty = none
 * @param tags tags of the scenario
 * @param advice what the scenario itself says of its failures, the first that fits counts
 * @param unreached whether the script has a callee and nothing of the call came to it
 */
public record Circumstances(
    OptionalInt code,
    OptionalInt status,
    List<String> tags,
    List<Advice> advice,
    boolean unreached) {

  /** Nothing is known. */
  public static final Circumstances UNKNOWN =
      new Circumstances(OptionalInt.empty(), OptionalInt.empty(), List.of());

  /** Those of a scenario that says nothing. */
  public Circumstances(OptionalInt code, OptionalInt status, List<String> tags) {
    this(code, status, tags, List.of(), false);
  }

  /** Whether that status came: a code, a class such as {@code 4xx}, or {@code none}. */
  boolean came(String wanted) {
    if (status.isEmpty()) {
      return wanted.equals("none");
    }
    String found = Integer.toString(status.getAsInt());
    return wanted.equals(found) || wanted.equals(found.charAt(0) + "xx");
  }
}
