package io.parley.trial;

import io.parley.sip.SipMessage;
import io.parley.wire.Frame;

/**
 * A message that came from the phone or went to it.
 *
 * @param frame its bytes, time and way
 * @param message the lenient view
 */
record Crossed(Frame frame, SipMessage message) {

  /** Whether the phone sent it. */
  boolean fromPhone() {
    return frame.way() == Frame.Way.IN;
  }

  /** Whether the phone sent a request of that method. */
  boolean asks(String method) {
    return fromPhone() && message.isRequest() && message.method().equals(method);
  }

  /** Whether the phone sent an INVITE that begins a call. */
  boolean dials() {
    return asks("INVITE") && message.toTag().isEmpty();
  }

  /** Whether the phone sent an INVITE within a call. */
  boolean changes() {
    return asks("INVITE") && message.toTag().isPresent();
  }

  /** Whether the phone answered a request of ours with a status from one to another. */
  boolean answers(String method, int from, int to) {
    int status = message.status().orElse(0);
    return fromPhone()
        && message.isResponse()
        && message.cseqMethod().equals(method)
        && status >= from
        && status <= to;
  }

  /** Whether we sent a final response to such a request. */
  boolean isOurs(String method, int from, int to) {
    int status = message.status().orElse(0);
    return !fromPhone()
        && message.isResponse()
        && message.cseqMethod().equals(method)
        && status >= from
        && status <= to;
  }
}
