package io.parley.model;

import java.util.List;
import java.util.Locale;

/**
 * What it means when a scenario fails, as the scenario itself knows it.
 *
 * @param on what it is about: statuses that came ({@code 200}, {@code 2xx}) and sorts of finding
 *     ({@code not-repaired}); empty = whatever the target said otherwise than it should
 * @param name what it is called for short; stable
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 */
public record Advice(List<String> on, String name, String cause, String next, String owner) {
  /** A status or a class of them. */
  public static final String STATUS = "[1-6](\\d\\d|xx)";

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException when {@code on} holds something that is neither a status nor a
   *     sort of finding; the message names it
   */
  public Advice {
    on = List.copyOf(on);
    for (String one : on) {
      if (!one.matches(STATUS) && kinds().noneMatch(one::equals)) {
        throw new IllegalArgumentException(
            "on: expected a status such as 488 or 2xx or a sort of finding such as not-repaired,"
                + " found '"
                + one
                + "'");
      }
    }
  }

  private static java.util.stream.Stream<String> kinds() {
    return java.util.Arrays.stream(FindingKind.values()).map(Advice::word);
  }

  /** A sort of finding as files name it: {@code not-repaired}. */
  public static String word(FindingKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
