package io.parley.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The capture format of Wireshark and dumpcap (draft-ietf-opsawg-pcapng). */
final class PcapngFile implements PacketFile {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int TIME_RESOLUTION = 9;
  private static final int TIME_OFFSET = 14;
  private static final int LARGEST_BLOCK = 16 << 20;

  private final ByteInput in;
  private final List<Interface> interfaces = new ArrayList<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean first = true;
  private long count;

  PcapngFile(ByteInput in) {
    this.in = in;
  }

  /** Whether a file that begins with these four bytes is one. */
  static boolean begins(byte[] magic) {
    return ByteBuffer.wrap(magic).getInt() == SECTION;
  }

  /** What captured: link type, units of time a second, seconds to add. */
  private record Interface(int linkType, long perSecond, long offset) {
    Optional<Instant> time(long high, long low) {
      long units = high << 32 | low;
      long seconds = Long.divideUnsigned(units, perSecond);
      long rest = Long.remainderUnsigned(units, perSecond);
      return Optional.of(
          Instant.ofEpochSecond(seconds + offset, (long) (rest * (1e9 / perSecond))));
    }
  }

  @Override
  public Packet next() throws IOException {
    while (true) {
      Optional<ByteBuffer> head = head();
      if (head.isEmpty()) {
        return null;
      }
      int type = head.get().getInt(0);
      ByteBuffer body = body(type, head.get());
      Packet packet = block(type, body);
      if (packet != null) {
        return packet;
      }
    }
  }

  /** Type and length of the next block. The type of the file's first has been read already. */
  private Optional<ByteBuffer> head() throws IOException {
    String what = "the block after packet " + count;
    if (first) {
      first = false;
      ByteBuffer length = in.exactly(4, order, what);
      return Optional.of(
          ByteBuffer.allocate(8).order(order).putInt(0, SECTION).putInt(4, length.getInt(0)));
    }
    return Optional.ofNullable(in.orEnd(8, order, what));
  }

  private ByteBuffer body(int type, ByteBuffer head) throws IOException {
    String what = "the block after packet " + count;
    int length = head.getInt(4);
    ByteBuffer start = ByteBuffer.allocate(0);
    if (type == SECTION) {
      start = in.exactly(4, ByteOrder.BIG_ENDIAN, what);
      order = start.getInt(0) == BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      length = order == head.order() ? length : Integer.reverseBytes(length);
      interfaces.clear();
    }
    if (length < 12 + start.capacity() || length > LARGEST_BLOCK || length % 4 != 0) {
      throw new Damaged(
          "is damaged at " + what + ": a block of " + (length & 0xffffffffL) + " bytes");
    }
    byte[] rest = in.exactly(length - 8 - start.capacity(), order, what).array();
    return ByteBuffer.wrap(rest, 0, rest.length - 4).slice().order(order);
  }

  private Packet block(int type, ByteBuffer body) throws IOException {
    if (type == INTERFACE || type == ENHANCED_PACKET || type == OBSOLETE_PACKET) {
      require(body, 8);
    }
    return switch (type) {
      case INTERFACE -> described(body);
      case ENHANCED_PACKET -> enhanced(body, body.getInt(0));
      case OBSOLETE_PACKET -> enhanced(body, body.getShort(0) & 0xffff);
      case SIMPLE_PACKET -> simple(body);
      default -> null;
    };
  }

  private Packet described(ByteBuffer body) {
    long perSecond = 1_000_000;
    long offset = 0;
    for (int at = 8; at + 4 <= body.capacity(); ) {
      int code = body.getShort(at) & 0xffff;
      int length = body.getShort(at + 2) & 0xffff;
      if (code == 0 || at + 4 + length > body.capacity()) {
        break;
      }
      if (code == TIME_RESOLUTION && length >= 1) {
        perSecond = resolution(body.get(at + 4));
      } else if (code == TIME_OFFSET && length >= 8) {
        offset = body.getLong(at + 4);
      }
      at += 4 + (length + 3) / 4 * 4;
    }
    interfaces.add(new Interface(body.getShort(0) & 0xffff, perSecond, offset));
    return null;
  }

  /** A power of ten, or with the highest bit set of two; what does not fit is taken for µs. */
  private static long resolution(byte value) {
    int power = value & 0x7f;
    if (value < 0) {
      return power < 62 ? 1L << power : 1_000_000;
    }
    return power <= 18 ? (long) Math.pow(10, power) : 1_000_000;
  }

  private Packet enhanced(ByteBuffer body, int id) throws IOException {
    require(body, 20);
    Interface from = of(id);
    return packet(
        from,
        from.time(body.getInt(4) & 0xffffffffL, body.getInt(8) & 0xffffffffL),
        body,
        20,
        body.getInt(12),
        body.getInt(16));
  }

  private Packet simple(ByteBuffer body) throws IOException {
    require(body, 4);
    int length = body.getInt(0);
    int captured = Math.min(length, body.capacity() - 4);
    return packet(of(0), Optional.empty(), body, 4, captured, length);
  }

  private Packet packet(
      Interface from, Optional<Instant> time, ByteBuffer body, int at, int captured, int original)
      throws IOException {
    if (captured < 0) {
      throw new Damaged("is damaged at packet " + (count + 1));
    }
    require(body, at + captured);
    byte[] bytes = new byte[captured];
    body.get(at, bytes);
    count++;
    return new Packet(count, time, from.linkType(), bytes, Math.max(0, original - captured));
  }

  private Interface of(int id) throws IOException {
    if (id < 0 || id >= interfaces.size()) {
      throw new Damaged("is damaged at packet " + (count + 1) + ": no interface " + id);
    }
    return interfaces.get(id);
  }

  private void require(ByteBuffer body, int size) throws IOException {
    if (body.capacity() < size) {
      throw new Damaged("is damaged at packet " + (count + 1) + ": its block is too short");
    }
  }

  @Override
  public long count() {
    return count;
  }
}
