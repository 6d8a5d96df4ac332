package io.parley.draft;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a far end makes of a captured request, as far as a draft makes it again: headers, body and
 * start line, but neither Contact nor the number.
 *
 * @param profile its profile, by name
 * @param chain the profile and those that it extends, the nearest first
 * @param status how it refuses; empty = it takes it
 * @param evidence how well that is known, as scenarios write it
 * @param source where that stands
 */
public record FarEndRuling(
    String profile, List<String> chain, OptionalInt status, String evidence, String source) {

  /** Whether it refuses with that status. */
  boolean refusesWith(int wanted) {
    return status.isPresent() && status.getAsInt() == wanted;
  }
}
