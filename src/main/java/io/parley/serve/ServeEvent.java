package io.parley.serve;

import io.parley.result.CaseResult;
import io.parley.wire.Flow;
import java.time.Instant;

/** What happens while a far end is served. */
public sealed interface ServeEvent {

  /** A call was judged, or a request within it was refused. */
  record Judged(ServedCall call) implements ServeEvent {}

  /**
   * A call of the far end's own could not even be sent.
   *
   * @param number which call
   * @param reason in words
   */
  record Unsent(int number, String reason) implements ServeEvent {}

  /** A call is over; all that is known of it. */
  record Over(CaseResult result) implements ServeEvent {}

  /**
   * OPTIONS of an SBC were refused, for the first time or by other rules than before.
   *
   * @param result the same for the reports
   */
  record Refused(RefusedOptions refused, CaseResult result) implements ServeEvent {}

  /**
   * OPTIONS of an SBC do not come any more, or never came.
   *
   * @param result the same for the reports
   */
  record Silent(Silence silence, CaseResult result) implements ServeEvent {}

  /**
   * An SBC that was told to be silent has sent OPTIONS.
   *
   * @param sbc its name in Contact, or its address
   * @param since from when on none had come
   */
  record Heard(String sbc, Flow flow, Instant at, Instant since) implements ServeEvent {}
}
