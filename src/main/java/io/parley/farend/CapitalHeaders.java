package io.parley.farend;

import io.parley.sip.SipMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A message whose header names are in capitals, as some SBCs write them. */
final class CapitalHeaders {
  private CapitalHeaders() {}

  /** The same message so; start line, values and body as they are. */
  static SipMessage of(SipMessage message) {
    byte[] bytes = message.bytes();
    String head = new String(bytes, 0, message.bodyStart(), StandardCharsets.ISO_8859_1);
    List<String> lines = List.of(head.split("\r\n", -1));
    StringBuilder text = new StringBuilder(head.length()).append(lines.get(0));
    lines.stream().skip(1).forEach(line -> text.append("\r\n").append(named(line)));
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(bytes, message.bodyStart(), bytes.length - message.bodyStart());
    return SipMessage.of(out.toByteArray());
  }

  private static String named(String line) {
    int colon = line.indexOf(':');
    return colon < 0
        ? line
        : line.substring(0, colon).toUpperCase(Locale.ROOT) + line.substring(colon);
  }
}
