package io.parley.media;

import io.parley.model.PacketKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One datagram at a media port, told apart by its first byte (RFC 7983 §7). */
public sealed interface Packet
    permits StunPacket, Packet.Rtp, Packet.Rtcp, Packet.Dtls, Packet.Other {
  /** In one line: {@code STUN Binding request}, {@code RTP payload type 0}. */
  String title();

  /** All that is known of it, in lines; empty where the title says it all. */
  String describe();

  /** Whether it is of that kind. */
  boolean is(PacketKind kind);

  /** What is telling of it, in one line. */
  default Optional<String> summary() {
    return Optional.empty();
  }

  /** What makes it the same packet when it comes again. */
  String identity();

  /** The STUN message. */
  default Optional<StunMessage> stun() {
    return this instanceof StunPacket s ? Optional.of(s.message()) : Optional.empty();
  }

  /** Reads a datagram; what is none of these is {@link Other}. */
  static Packet of(byte[] bytes) {
    int first = bytes.length == 0 ? -1 : bytes[0] & 0xff;
    if (first >= 0 && first <= 3) {
      return StunMessage.read(bytes)
          .<Packet>map(StunPacket::new)
          .orElse(new Other(bytes.length, first));
    }
    if (first >= 20 && first <= 63 && bytes.length >= Dtls.HEADER) {
      return new Dtls(first);
    }
    if (first >= 128 && first <= 191 && bytes.length >= Rtcp.HEADER) {
      int second = bytes[1] & 0xff;
      // RFC 5761 §4: the types of RTCP are those that RTP must not use beside it.
      return second >= 192 && second <= 223
          ? new Rtcp(second, ByteBuffer.wrap(bytes).getInt(4))
          : Rtp.of(bytes).<Packet>map(p -> p).orElse(new Other(bytes.length, first));
    }
    return new Other(bytes.length, first);
  }

  /**
   * RTP (RFC 3550 §5.1), or SRTP.
   *
   * @param sequence the sequence number
   * @param source the SSRC
   */
  record Rtp(int payloadType, int sequence, int source) implements Packet {
    private static final int HEADER = 12;

    static Optional<Rtp> of(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return bytes.length < HEADER
          ? Optional.empty()
          : Optional.of(new Rtp(bytes[1] & 0x7f, in.getShort(2) & 0xffff, in.getInt(8)));
    }

    @Override
    public String title() {
      return "RTP payload type " + payloadType;
    }

    @Override
    public String describe() {
      return String.format("sequence number: %d\nSSRC: %08x", sequence, source);
    }

    @Override
    public boolean is(PacketKind kind) {
      return kind == PacketKind.RTP;
    }

    @Override
    public String identity() {
      return title() + describe();
    }
  }

  /**
   * RTCP (RFC 3550 §6).
   *
   * @param type packet type: 200 = sender report, 201 = receiver report, …
   * @param source the SSRC of its sender
   */
  record Rtcp(int type, int source) implements Packet {
    private static final int HEADER = 8;

    @Override
    public String title() {
      return "RTCP packet type " + type;
    }

    @Override
    public String describe() {
      return String.format("SSRC: %08x", source);
    }

    @Override
    public boolean is(PacketKind kind) {
      return kind == PacketKind.RTCP;
    }

    @Override
    public String identity() {
      return "";
    }
  }

  /**
   * DTLS (RFC 6347 §4.1).
   *
   * @param type content type: 22 = handshake, …
   */
  record Dtls(int type) implements Packet {
    private static final int HEADER = 13;

    @Override
    public String title() {
      return "DTLS " + (type == 22 ? "handshake" : "content type " + type);
    }

    @Override
    public String describe() {
      return "";
    }

    @Override
    public boolean is(PacketKind kind) {
      return kind == PacketKind.DTLS;
    }

    @Override
    public String identity() {
      return "";
    }
  }

  /**
   * Something else.
   *
   * @param length in bytes
   * @param first the first byte; -1 = there is none
   */
  record Other(int length, int first) implements Packet {
    @Override
    public String title() {
      return first < 0
          ? "an empty datagram"
          : length + " bytes that are no media, the first " + first;
    }

    @Override
    public String describe() {
      return "";
    }

    @Override
    public boolean is(PacketKind kind) {
      return false;
    }

    @Override
    public String identity() {
      return "";
    }
  }
}
