package io.parley.capture;

import io.parley.capture.CapturedMessage.Path;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A SIP message that an agent sent to a Homer server: HEP version 3, chunks of vendor, type, length
 * and value (sipcapture/HEP, "HEP3 Network Protocol Specification").
 *
 * @param path between whom it went
 * @param time when the agent saw it
 * @param bytes the message
 */
record HomerMessage(Path path, Optional<Instant> time, byte[] bytes) {
  private static final byte[] MAGIC = "HEP3".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 6;

  /** Reads the payload of a datagram; empty when it is none, or carries no message. */
  static Optional<HomerMessage> read(Payload p) {
    if (p.length() < HEAD || !Arrays.equals(p.first(MAGIC.length).copy(), MAGIC)) {
      return Optional.empty();
    }
    Chunks chunks = new Chunks();
    Payload rest = p.first(p.u16(4)).after(HEAD);
    while (rest.length() >= HEAD && rest.u16(4) >= HEAD) {
      if (rest.u16(0) == 0) {
        chunks.add(rest.u16(2), rest.first(rest.u16(4)).after(HEAD));
      }
      rest = rest.after(rest.u16(4));
    }
    return chunks.message();
  }

  /** What has been read so far. Belongs to one thread. */
  private static final class Chunks {
    private String transport = "";
    private String from = "";
    private String to = "";
    private int fromPort;
    private int toPort;
    private long seconds;
    private long micros;
    private byte[] message = {};

    void add(int type, Payload value) {
      switch (type) {
        case 3, 4, 5, 6 -> address(type, value);
        case 15 -> message = value.copy();
        case 2 -> transport = value.length() == 1 ? transport(value.u8(0)) : "";
        default -> number(type, value);
      }
    }

    private void address(int type, Payload value) {
      if (value.length() != (type < 5 ? 4 : 16)) {
        return;
      }
      if (type == 3 || type == 5) {
        from = IpText.of(value);
      } else {
        to = IpText.of(value);
      }
    }

    private void number(int type, Payload value) {
      if (value.length() == 2 && type == 7) {
        fromPort = value.u16(0);
      } else if (value.length() == 2 && type == 8) {
        toPort = value.u16(0);
      } else if (value.length() == 4 && type == 9) {
        seconds = value.i32(0) & 0xffffffffL;
      } else if (value.length() == 4 && type == 10) {
        micros = value.i32(0) & 0xffffffffL;
      }
    }

    private static String transport(int protocol) {
      return protocol == 17 ? "udp" : protocol == 6 ? "tcp" : "";
    }

    Optional<HomerMessage> message() {
      Optional<Instant> time =
          seconds == 0
              ? Optional.empty()
              : Optional.of(Instant.ofEpochSecond(seconds, micros * 1000));
      return message.length == 0
          ? Optional.empty()
          : Optional.of(
              new HomerMessage(
                  new Path(transport, place(from, fromPort), place(to, toPort)), time, message));
    }

    private static String place(String address, int port) {
      return address.isEmpty() ? "" : IpText.of(address, port);
    }
  }
}
