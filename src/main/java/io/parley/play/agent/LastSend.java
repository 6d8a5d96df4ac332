package io.parley.play.agent;

import io.parley.model.SourcePosition;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** What a party did last by its script, and what answers that. */
public final class LastSend {
  private final boolean raw;
  private String method = "INVITE";
  private SourcePosition place;

  /**
   * Before the first step.
   *
   * @param raw whether the party has a lane of its own
   */
  LastSend(boolean raw) {
    this.raw = raw;
  }

  /** The step there is being performed. */
  void at(SourcePosition step) {
    place = step;
  }

  /** Takes notice of what was sent: nothing answers an ACK. */
  void sent(SipMessage message) {
    if (message.isRequest() && !message.method().equals("ACK")) {
      method = message.method();
    }
  }

  /** The step that was performed last; null before the first. */
  public SourcePosition place() {
    return place;
  }

  /** The method of the last request that anything answers; INVITE before the first. */
  public String method() {
    return method;
  }

  /**
   * Whether a response answers that request. On the raw lane the socket is the identity: a mirrored
   * CSeq may say anything.
   *
   * @param request the request's method; empty = the last request
   */
  public boolean isAnsweredBy(SipMessage response, Optional<String> request) {
    return raw || response.method().equals(request.orElse(method));
  }
}
