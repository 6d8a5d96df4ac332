package io.parley.serve;

import io.parley.wire.Flow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call at the moment at which the far end decided, or within it.
 *
 * @param number which call of this serving, from 1
 * @param at when
 * @param flow how it came
 * @param what the request in words: {@code INVITE}, {@code re-INVITE}, {@code UPDATE}
 * @param from the calling number as written
 * @param to the called number as written
 * @param offer the SDP offered; empty = none
 * @param status of the response, 200 where the call is taken; 0 = a call of the far end's own that
 *     nobody answered
 * @param phrase its reason phrase, or why there is none
 * @param objections every rule broken, the deciding one first
 * @param notes what the far end would rather have seen otherwise
 */
public record ServedCall(
    int number,
    Instant at,
    Flow flow,
    String what,
    String from,
    String to,
    Optional<String> offer,
    int status,
    String phrase,
    List<Objection> objections,
    List<String> notes) {

  /** Whether it was taken. */
  public boolean accepted() {
    return status >= 200 && status < 300;
  }
}
