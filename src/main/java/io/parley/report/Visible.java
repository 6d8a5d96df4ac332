package io.parley.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What a stranger sent as text in which nothing is invisible and nothing steers who shows it:
 * neither a terminal (ESC) nor the direction of writing (U+202E).
 */
public final class Visible {
  private static final int DELETE = 0x7f;
  private static final int LATIN_END = 0x100;
  private static final int LAST_TWO_OF_A_PLANE = 0xfffe;

  private Visible() {}

  /**
   * The text of a message; CRLF becomes a line end, a lone LF {@code \n} and a line end, other
   * control characters and bytes that are not UTF-8 {@code \xhh}, what else is not seen {@code
   * \{u+hhhh}}.
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
      } else if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        append(out, text.codePointAt(i++));
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  /** A text of ours that quotes others: its line ends stay, the rest is as {@link #of} has it. */
  public static String text(String text) {
    if (text.chars().noneMatch(c -> c != '\n' && isHidden(c) || Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                out.append('\n');
              } else {
                append(out, c);
              }
            });
    return out.toString();
  }

  /** One line: a text without line ends or control characters. */
  public static String line(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8)).replace("\n", "\\n");
  }

  private static void append(StringBuilder out, int c) {
    if (!isHidden(c)) {
      out.appendCodePoint(c);
    } else if (c < LATIN_END) {
      out.append(String.format("\\x%02x", c));
    } else {
      out.append(String.format("\\{u+%04x}", c));
    }
  }

  /** Control and format characters, line ends of Unicode, halves of pairs, noncharacters. */
  static boolean isHidden(int c) {
    if (c >= 0x20 && c < DELETE || c == '\t') {
      return false;
    }
    boolean none = (c & LAST_TWO_OF_A_PLANE) == LAST_TWO_OF_A_PLANE || c >= 0xfdd0 && c <= 0xfdef;
    return none
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              true;
          default -> false;
        };
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
