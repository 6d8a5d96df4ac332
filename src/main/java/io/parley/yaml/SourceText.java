package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a file as text that YAML 1.2 allows, or a problem at the first byte that is not. */
final class SourceText {
  private SourceText() {}

  static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult end = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (end.isError()) {
      problems.add(
          endOf(file, text),
          String.format("expected UTF-8 text, found the byte 0x%02X", in.get() & 0xff),
          "Save the file as UTF-8.");
      return Optional.empty();
    }
    return allowed(file, text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
  }

  private static Optional<String> allowed(String file, String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      if (control || c == '\u007f' || c == '\ufffe' || c == '\uffff') {
        problems.add(
            endOf(file, text.substring(0, i)),
            String.format("expected text, found the control character U+%04X", (int) c),
            "In double quotes it is written as \\x" + String.format("%02x.", (int) c & 0xff));
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** The place right after a text. */
  private static SourcePosition endOf(String file, String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int lineStart = text.lastIndexOf('\n') + 1;
    return new SourcePosition(file, line, 1 + text.codePointCount(lineStart, text.length()));
  }
}
