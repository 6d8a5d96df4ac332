package io.parley.play;

import io.parley.sip.SipMessage;
import java.util.OptionalLong;

/** Which responses are to be acknowledged with PRACK (RFC 3262 §3, §4). */
final class Reliability {
  /** The option tag (RFC 3262 §9). */
  static final String TAG = "100rel";

  private Reliability() {}

  /** The RSeq of a reliable provisional response; empty for any other message. */
  static OptionalLong of(SipMessage message) {
    int status = message.status().orElse(0);
    boolean asked =
        status > 100
            && status < 200
            && message.method().equals("INVITE")
            && message.list("Require").stream().anyMatch(TAG::equalsIgnoreCase);
    String rseq = message.first("RSeq").orElse("").strip();
    return asked && rseq.matches("\\d{1,10}")
        ? OptionalLong.of(Long.parseLong(rseq))
        : OptionalLong.empty();
  }
}
