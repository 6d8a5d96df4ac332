package io.parley.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;

/** The classic capture format (draft-ietf-opsawg-pcap), either byte order, µs or ns. */
final class PcapFile implements PacketFile {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;

  /** As libpcap: what is larger is not a packet but damage. */
  static final int LARGEST = 1 << 18;

  private final ByteInput in;
  private final ByteOrder order;
  private final int unit;
  private final int linkType;
  private long count;

  private PcapFile(ByteInput in, ByteOrder order, int unit, int linkType) {
    this.in = in;
    this.order = order;
    this.unit = unit;
    this.linkType = linkType;
  }

  /** Whether a file that begins with these four bytes is one. */
  static boolean begins(byte[] magic) {
    return order(magic) != null;
  }

  private static ByteOrder order(byte[] magic) {
    int big = ByteBuffer.wrap(magic).getInt();
    int little = Integer.reverseBytes(big);
    if (big == MICROSECONDS || big == NANOSECONDS) {
      return ByteOrder.BIG_ENDIAN;
    }
    return little == MICROSECONDS || little == NANOSECONDS ? ByteOrder.LITTLE_ENDIAN : null;
  }

  /** Reads the rest of the file header. */
  static PcapFile open(byte[] magic, ByteInput in) throws IOException {
    ByteOrder order = order(magic);
    int unit = ByteBuffer.wrap(magic).order(order).getInt() == NANOSECONDS ? 1 : 1000;
    ByteBuffer header = in.exactly(20, order, "the file header");
    // The upper half of the word may tell the length of frame check sequences.
    return new PcapFile(in, order, unit, header.getInt(16) & 0xffff);
  }

  @Override
  public Packet next() throws IOException {
    String what = "packet " + (count + 1);
    ByteBuffer header = in.orEnd(16, order, "the header of " + what);
    if (header == null) {
      return null;
    }
    Instant time =
        Instant.ofEpochSecond(
            header.getInt(0) & 0xffffffffL, (header.getInt(4) & 0xffffffffL) * unit);
    int captured = header.getInt(8);
    int original = header.getInt(12);
    if (captured < 0 || captured > LARGEST) {
      throw new Damaged(
          "is damaged at " + what + ": a packet of " + (captured & 0xffffffffL) + " bytes");
    }
    byte[] bytes = in.exactly(captured, order, what).array();
    count++;
    return new Packet(count, Optional.of(time), linkType, bytes, Math.max(0, original - captured));
  }

  @Override
  public long count() {
    return count;
  }
}
