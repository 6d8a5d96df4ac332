package io.parley.capture;

import java.io.IOException;

/** A capture file, read packet by packet. */
interface PacketFile {

  /**
   * The next packet; null at the end of the file.
   *
   * @throws Damaged when the file does not go on as its format says
   * @throws IOException when it cannot be read
   */
  Packet next() throws IOException;

  /** How many packets were read. */
  long count();

  /** The file ends too early or says what cannot be. */
  final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }
}
