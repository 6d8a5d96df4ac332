package io.parley.fake;

import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.List;

/** What fake targets do. None of them looks at what it was asked. */
final class Fakes {
  private Fakes() {}

  /** 200 to all, with the offer sent back as the answer. */
  static List<String> ok(SipMessage in, InetSocketAddress self) {
    return isAnswered(in) ? List.of(Replies.ok(in, self)) : List.of();
  }

  /** 488 to all, OPTIONS, BYE and CANCEL included. */
  static List<String> refused(SipMessage in, InetSocketAddress self) {
    return isAnswered(in) ? List.of(Replies.bare(in, 488)) : List.of();
  }

  /** Nothing at all. */
  static List<String> silent(SipMessage in, InetSocketAddress self) {
    return List.of();
  }

  /** Takes no call and says nothing about it, but is alive: only OPTIONS is answered. */
  static List<String> mute(SipMessage in, InetSocketAddress self) {
    return in.method().equals("OPTIONS") ? List.of(Replies.bare(in, 200)) : List.of();
  }

  /** Bytes that are no SIP. */
  static List<String> garbage(SipMessage in, InetSocketAddress self) {
    return isAnswered(in) ? List.of("\u0000\u0001HTTP/1.1 200 OK\r\nhello\r\n\r\n") : List.of();
  }

  /** A status code that does not exist (RFC 3261 §25.1 ends at 699). */
  static List<String> status799(SipMessage in, InetSocketAddress self) {
    return isAnswered(in) ? List.of(Replies.withStatusLine(in, "SIP/2.0 799 Beyond")) : List.of();
  }

  /** First a refusal, then an acceptance of the same INVITE. */
  static List<String> refusedThenOk(SipMessage in, InetSocketAddress self) {
    if (!in.method().equals("INVITE")) {
      return ok(in, self);
    }
    return List.of(Replies.bare(in, 488), Replies.ok(in, self));
  }

  /** A start line that nobody can read is no reason to be silent: nothing is looked at here. */
  private static boolean isAnswered(SipMessage in) {
    return !in.isResponse() && !in.method().equals("ACK");
  }
}
