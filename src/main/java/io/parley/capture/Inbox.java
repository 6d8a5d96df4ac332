package io.parley.capture;

import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes the messages as they are found and keeps those about calls, so that a day of OPTIONS and
 * REGISTER costs no memory. Of calls it keeps as many as a part of the heap holds, and counts the
 * others. Belongs to one thread.
 */
final class Inbox {
  /** What a message costs beside its bytes, three times those: its headers as texts. */
  private static final int OVERHEAD = 700;

  private static final Set<String> ABOUT_CALLS = Set.of("INVITE", "ACK", "CANCEL", "BYE");

  private final List<CapturedMessage> kept = new ArrayList<>();
  private final Set<String> keptCalls = new HashSet<>();
  private final Map<Integer, Long> leftOut = new TreeMap<>();
  private final long most;
  private boolean full;
  private long size;
  private long sip;
  private long tls;
  private long other;
  private long invites;

  Inbox() {
    this(Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 5));
  }

  /**
   * An inbox of that size.
   *
   * @param most bytes of memory that messages may take
   */
  Inbox(long most) {
    this.most = most;
  }

  void put(CapturedMessage captured) {
    SipMessage message = captured.message();
    sip++;
    boolean trying = message.status().orElse(0) == 100;
    String method = message.isRequest() ? message.method() : message.cseqMethod();
    if (trying || !ABOUT_CALLS.contains(method)) {
      return;
    }
    long cost = 4L * message.bytes().length + OVERHEAD;
    full = full || size + cost > most;
    if (!full || isOfKept(message) && size + cost <= most + most / 2) {
      kept.add(captured);
      size += cost;
    } else if (method.equals("INVITE")) {
      count(message);
    }
  }

  /** A call that was kept is kept to its end, else it would look as if nothing came back. */
  private boolean isOfKept(SipMessage message) {
    if (keptCalls.isEmpty()) {
      kept.forEach(m -> keptCalls.add(m.message().callId()));
    }
    return keptCalls.contains(message.callId());
  }

  private void count(SipMessage message) {
    if (message.isRequest()) {
      invites += message.toTag().isEmpty() ? 1 : 0;
    } else if (message.status().orElse(0) >= 200) {
      leftOut.merge(message.status().getAsInt(), 1L, Long::sum);
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
        read, units, sip, tls, other, new Capture.LeftOut(invites, new TreeMap<>(leftOut)));
  }
}
