package io.parley.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Texts with their length before them: {@code 5:hello,}. What baresip's control port speaks. */
final class Netstrings {
  private Netstrings() {}

  static void write(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write((bytes.length + ":" + text + ",").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /**
   * Waits for the next one.
   *
   * @throws EOFException when the other side has closed
   */
  static String read(InputStream in) throws IOException {
    int length = 0;
    for (int c = in.read(); c != ':'; c = in.read()) {
      if (c < '0' || c > '9') {
        throw new EOFException("no length of a netstring");
      }
      length = length * 10 + c - '0';
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.read() != ',') {
      throw new EOFException("a netstring was cut off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
