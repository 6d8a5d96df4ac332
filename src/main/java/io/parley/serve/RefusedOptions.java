package io.parley.serve;

import io.parley.wire.Flow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An OPTIONS that a far end refused, told once for each set of rules that an SBC breaks.
 *
 * @param sbc its name in Contact, or its address where it gives no name
 * @param at when it came
 * @param flow how it came
 * @param status of the refusal
 * @param phrase its reason phrase
 * @param objections every rule broken, the deciding one first
 */
public record RefusedOptions(
    String sbc, Instant at, Flow flow, int status, String phrase, List<Objection> objections) {

  /** {@code contact-missing, replaces}. */
  String rules() {
    return objections.stream().map(Objection::rule).collect(Collectors.joining(", "));
  }
}
