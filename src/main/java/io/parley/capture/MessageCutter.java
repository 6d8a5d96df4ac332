package io.parley.capture;

import io.parley.sip.SipMessage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts one direction of a stream into SIP messages by Content-Length (RFC 3261 §18.3), from
 * wherever a message begins: a capture may start in the middle, and lack parts. Belongs to one
 * thread.
 */
final class MessageCutter {
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int LONGEST_BODY = 1 << 20;

  private final CapturedMessage.Path path;
  private final Inbox inbox;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(0);
  private long number;
  private Optional<Instant> time = Optional.empty();

  MessageCutter(CapturedMessage.Path path, Inbox inbox) {
    this.path = path;
    this.inbox = inbox;
  }

  /** Whether a message has begun and not ended. */
  boolean within() {
    return pending.size() > 0;
  }

  /** The next bytes of the stream, and the packet they came in. */
  void add(byte[] bytes, int from, int to, Packet packet) {
    if (!within() && !SipStart.begins(bytes, SipStart.afterLineEnds(bytes, from, to), to)) {
      return;
    }
    begin(packet);
    pending.write(bytes, from, to - from);
    byte[] all = pending.toByteArray();
    int at = 0;
    while (true) {
      at = SipStart.afterLineEnds(all, at, all.length);
      int end = at < all.length ? end(all, at) : -1;
      if (end < 0) {
        break;
      }
      put(Arrays.copyOfRange(all, at, end), false);
      number = packet.number();
      time = packet.time();
      at = end;
    }
    keep(all, at);
  }

  private void begin(Packet packet) {
    if (!within()) {
      number = packet.number();
      time = packet.time();
    }
  }

  private void keep(byte[] all, int at) {
    pending.reset();
    boolean sip = at < all.length && SipStart.begins(all, at, all.length);
    if (sip && all.length - at <= LONGEST_HEAD + LONGEST_BODY) {
      pending.write(all, at, all.length - at);
    }
  }

  /** Offset behind the message that begins there; -1 when it is not all here or is none. */
  private static int end(byte[] all, int from) {
    if (!SipStart.begins(all, from, all.length)) {
      return -1;
    }
    int head = headEnd(all, from);
    if (head < 0) {
      return -1;
    }
    SipMessage message = SipMessage.of(Arrays.copyOfRange(all, from, head));
    String length = message.first("Content-Length").orElse("0");
    int body = length.matches("\\d{1,7}") ? Integer.parseInt(length) : 0;
    return body <= LONGEST_BODY && head + body <= all.length ? head + body : -1;
  }

  private static int headEnd(byte[] all, int from) {
    for (int i = from + 1; i < all.length; i++) {
      boolean blank =
          all[i] == '\n'
              && (all[i - 1] == '\n' || i - 2 >= from && all[i - 1] == '\r' && all[i - 2] == '\n');
      if (blank) {
        return i + 1;
      }
    }
    return -1;
  }

  /** The stream has a hole here, or ends: what has begun is all there will be of it. */
  void broken() {
    byte[] rest = pending.toByteArray();
    pending.reset();
    int at = SipStart.afterLineEnds(rest, 0, rest.length);
    if (at < rest.length) {
      put(Arrays.copyOfRange(rest, at, rest.length), true);
    }
  }

  private void put(byte[] message, boolean cut) {
    inbox.put(new CapturedMessage(number, time, path, SipMessage.of(message), cut));
  }
}
