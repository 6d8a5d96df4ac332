package io.parley.play.agent;

import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;

/**
 * Sends the request that begins a call to the target's next server where one cannot be reached,
 * says nothing, or answers 503 (RFC 3263 §4.3): as a new transaction, otherwise the same.
 */
public final class Failover {
  private static final int UNAVAILABLE = 503;

  private final Call call;
  private boolean waiting;

  Failover(Call call) {
    this.call = call;
  }

  /**
   * Goes on where the server has not said anything yet.
   *
   * @param why what is wrong with it
   * @return whether the request is on its way to another
   */
  public boolean after(String why) {
    if (call.leg().own().heard() || !begins() || !call.servers().next(why)) {
      return false;
    }
    call.endpoint().abandon(call.leg().own().invite().orElseThrow().callId());
    return again();
  }

  /** Goes on where it answered 503; an INVITE once that is acknowledged. */
  public boolean after(SipMessage response) {
    boolean unavailable =
        response.status().orElse(0) == UNAVAILABLE
            && call.leg().own().requestOf(response).isPresent()
            && begins()
            && call.servers().next("answered " + response.startLine());
    if (!unavailable) {
      return false;
    }
    waiting = response.method().equals("INVITE");
    return waiting || again();
  }

  /** The transaction layer sent the ACK to a refusal. */
  void acknowledged() {
    if (waiting) {
      waiting = false;
      again();
    }
  }

  private boolean begins() {
    return call.leg().own().invite().isPresent() && call.leg().forks().current().isEmpty();
  }

  private boolean again() {
    try {
      call.send(call.outbox().again(call.leg().own().invite().orElseThrow()).build());
      return true;
    } catch (UncheckedIOException e) {
      return false; // the last one cannot be reached either; its failure is told as any other
    }
  }
}
