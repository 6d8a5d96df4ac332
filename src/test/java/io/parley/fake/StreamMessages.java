package io.parley.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stream into SIP messages by Content-Length (RFC 3261 §18.3). */
final class StreamMessages {
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:content-length|l)\\s*:\\s*(\\d+)");

  private final InputStream in;

  StreamMessages(InputStream in) {
    this.in = in;
  }

  /** The next message; no bytes at the end of the stream, also where it ends within a body. */
  byte[] next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int b = in.read();
    while (b == '\r' || b == '\n') {
      b = in.read(); // keep-alive
    }
    for (; b >= 0; b = in.read()) {
      message.write(b);
      String text = message.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        Matcher length = LENGTH.matcher(text);
        int wanted = length.find() ? Integer.parseInt(length.group(1)) : 0;
        byte[] body = in.readNBytes(wanted);
        message.write(body);
        return body.length < wanted ? new byte[0] : message.toByteArray();
      }
    }
    return new byte[0];
  }
}
