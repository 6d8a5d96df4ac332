package io.parley.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads fixed sizes from a stream, and counts. Belongs to one thread. */
final class ByteInput {
  private final InputStream in;
  private long read;

  ByteInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read. */
  long read() {
    return read;
  }

  /** As many bytes as asked for, fewer at the end of the stream. */
  byte[] upTo(int size) throws IOException {
    byte[] out = in.readNBytes(size);
    read += out.length;
    return out;
  }

  /**
   * Exactly that many bytes in that order; null when the stream has ended before the first.
   *
   * @param what what is read, for the message
   * @throws PacketFile.Damaged when it ends within
   */
  ByteBuffer orEnd(int size, ByteOrder order, String what) throws IOException {
    byte[] out = upTo(size);
    if (out.length == 0 && size > 0) {
      return null;
    }
    if (out.length < size) {
      throw new PacketFile.Damaged(
          "ends within " + what + ": expected " + size + " bytes, found " + out.length);
    }
    return ByteBuffer.wrap(out).order(order);
  }

  /** Exactly that many bytes; their absence is damage too. */
  ByteBuffer exactly(int size, ByteOrder order, String what) throws IOException {
    ByteBuffer out = orEnd(size, order, what);
    if (out == null) {
      throw new PacketFile.Damaged(
          "ends within " + what + ": expected " + size + " bytes, found none");
    }
    return out;
  }
}
