package io.parley.explain;

import io.parley.diagnosis.ReleaseCause;
import io.parley.sip.ReasonValue;
import java.util.Optional;

/**
 * What a Reason header says of the end of a call (RFC 3326), explained.
 *
 * @param in the message that has it: {@code BYE}, {@code CANCEL}, or a status
 * @param value as it came
 * @param reading what its cause is, in words
 * @param cause what is known of it, where it is a release cause
 * @param raisedBy who raised it, as far as can be told
 * @param agreement how it goes with the status beside it; empty = there is nothing to be said
 */
public record Release(
    String in,
    ReasonValue value,
    String reading,
    Optional<ReleaseCause> cause,
    String raisedBy,
    Optional<Agreement> agreement) {

  /**
   * How a cause goes with a status.
   *
   * @param contradicts whether one says something that the other rules out
   * @param words in words
   */
  public record Agreement(boolean contradicts, String words) {}

  /** Whether it contradicts the status beside it. */
  public boolean contradicts() {
    return agreement.filter(Agreement::contradicts).isPresent();
  }

  /** Whether it stands in a BYE and says that the call did not end as the parties wished. */
  boolean cutsOff() {
    return in.equals("BYE") && ReleaseReading.isFault(value);
  }

  /** What is the same in calls that are alike. */
  String gist() {
    return in + reading + agreement.map(Agreement::words).orElse("");
  }
}
