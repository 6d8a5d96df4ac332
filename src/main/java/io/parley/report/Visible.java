package io.parley.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of a message as text in which nothing is invisible. */
public final class Visible {
  private Visible() {}

  /**
   * The text; CRLF becomes a line end, a lone LF {@code \n} and a line end, other control
   * characters and bytes that are not UTF-8 {@code \xhh}.
   */
  public static String of(byte[] bytes) {
    String text = decode(bytes);
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        out.append('\n');
        i++;
      } else if (c == '\n') {
        out.append("\\n\n");
      } else if (c == '\t' || c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0)) {
        out.append(c);
      } else {
        out.append(String.format("\\x%02x", (int) c));
      }
    }
    return out.toString();
  }

  /** One line: a text without line ends or control characters. */
  public static String line(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8)).replace("\n", "\\n");
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return latin(bytes);
    }
  }

  /** Not UTF-8: every byte above 0x7f is shown by its number. */
  private static String latin(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      int c = b & 0xff;
      out.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\x%02x", c));
    }
    return out.toString();
  }
}
