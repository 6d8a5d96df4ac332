package io.parley.serve;

import io.parley.diagnosis.RuleAdvice;
import io.parley.profile.Ruling;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule of the far end that a request breaks, as it is told.
 *
 * @param rule name of the rule, for example {@code srtp-missing}
 * @param found what was expected and what was found
 * @param sdpLine number of the line of the offer that shows it, from 1
 * @param line that line
 * @param says the vendor's or the RFC's words for it
 * @param code the vendor's own number
 * @param change what usually breaks it, what to change, and who does it
 * @param source how well the rule is known, and from where
 */
public record Objection(
    String rule,
    String found,
    OptionalInt sdpLine,
    Optional<String> line,
    Optional<String> says,
    Optional<String> code,
    Optional<RuleAdvice> change,
    String source) {

  /**
   * The rule and the place where it is broken.
   *
   * @param sdp the offer, from its first line
   */
  static Objection of(Ruling.Refuse refusal, String sdp) {
    Optional<String> line =
        refusal.sdpLine().isPresent()
            ? sdp.lines().skip(refusal.sdpLine().getAsInt() - 1L).findFirst()
            : Optional.empty();
    String rule = refusal.rule().condition().label();
    String evidence = refusal.rule().evidence().name().toLowerCase(java.util.Locale.ROOT);
    return new Objection(
        rule,
        refusal.explanation(),
        refusal.sdpLine(),
        line,
        refusal.rule().explanation(),
        refusal.code(),
        RuleAdvice.of(rule),
        evidence + ": " + refusal.rule().source());
  }

  /** {@code SDP line 5: m=audio 6000 RTP/AVP 0 8}; empty where no line shows it. */
  public Optional<String> place() {
    return line.map(l -> "SDP line " + sdpLine.orElse(0) + ": " + l);
  }
}
