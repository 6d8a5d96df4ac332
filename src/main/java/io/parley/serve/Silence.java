package io.parley.serve;

import io.parley.diagnosis.Circumstances;
import io.parley.diagnosis.Diagnosis;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.profile.KeepAlive;
import io.parley.wire.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An SBC whose OPTIONS a far end has not seen for so long that it takes the SBC for down.
 *
 * @param sbc its name in Contact, or its address where it gives no name
 * @param flow how something of it came last
 * @param at when that was noticed
 * @param last when the last OPTIONS came; empty = none ever came, though calls did
 * @param since from when on none came: the last OPTIONS, else the first call
 * @param calls how many calls of it came so far
 * @param refused the rules for which OPTIONS from its address were refused; empty = none was
 * @param limit what the far end makes of it
 */
public record Silence(
    String sbc,
    Flow flow,
    Instant at,
    Optional<Instant> last,
    Instant since,
    int calls,
    Optional<String> refused,
    KeepAlive limit) {
  private static final Circumstances KNOWN =
      new Circumstances(OptionalInt.empty(), OptionalInt.empty(), OptionsCase.TAGS);

  /** How long it has lasted. */
  public Duration lasted() {
    return Duration.between(since, at);
  }

  /** What is missing, and what that means there. */
  public Finding finding() {
    String expected = "OPTIONS from " + sbc + " at least every " + Span.text(limit.within());
    Finding out = Finding.of(FindingKind.NOT_RECEIVED, null, expected, found());
    return Diagnosis.shipped().of(out, KNOWN);
  }

  /** What came instead. */
  public String found() {
    String none =
        last.isPresent()
            ? "none for " + Span.text(lasted())
            : "none ever, though " + (calls == 1 ? "a call" : calls + " calls") + " came";
    return none + refused.map(r -> "; those from its address were refused: " + r).orElse("");
  }

  /** What the far end does, and whence that is known, as lines of a report. */
  List<String> notes(String farEnd) {
    return List.of(
        farEnd + " " + limit.then() + " (" + Span.source(limit) + ")",
        "one is due every " + Span.text(limit.every()));
  }
}
