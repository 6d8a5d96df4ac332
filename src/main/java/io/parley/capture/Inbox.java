package io.parley.capture;

import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the messages as they are found and keeps those about calls, so that a day of OPTIONS and
 * REGISTER costs no memory. Belongs to one thread.
 */
final class Inbox {
  /** Most messages kept, of some thousand calls: more are explained by nobody. */
  static final int MOST = 20_000;

  /** Most bytes of messages kept. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Set<String> ABOUT_CALLS = Set.of("INVITE", "ACK", "CANCEL", "BYE");

  private final List<CapturedMessage> kept = new ArrayList<>();
  private long bytes;
  private long sip;
  private long tls;
  private long other;

  void put(CapturedMessage captured) {
    SipMessage message = captured.message();
    sip++;
    boolean trying = message.status().orElse(0) == 100;
    String method = message.isRequest() ? message.method() : message.cseqMethod();
    boolean room = kept.size() < MOST && bytes < MOST_BYTES;
    if (room && !trying && ABOUT_CALLS.contains(method)) {
      kept.add(captured);
      bytes += message.bytes().length;
    }
  }

  void tlsSeen() {
    tls++;
  }

  void otherSeen() {
    other++;
  }

  List<CapturedMessage> messages() {
    return List.copyOf(kept);
  }

  Capture.Tally tally(long read, long units) {
    return new Capture.Tally(
        read, units, sip, bytes >= MOST_BYTES ? MOST : kept.size(), tls, other);
  }
}
