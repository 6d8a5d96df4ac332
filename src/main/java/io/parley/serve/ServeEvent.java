package io.parley.serve;

import io.parley.result.CaseResult;

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
}
