package io.parley.play.message;

import io.parley.model.BodySpec;
import io.parley.sip.Ids;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * A body as it is sent.
 *
 * @param type value of Content-Type
 * @param bytes the content
 */
public record Body(String type, byte[] bytes) {
  private static final String CRLF = "\r\n";

  /** A session description alone. */
  static Body sdp(byte[] bytes) {
    return new Body("application/sdp", bytes);
  }

  /**
   * Writes a body.
   *
   * @param spec what is written of it
   * @param description the offer or answer; no bytes where there is none, so that its part is left
   *     out
   * @param fill puts captured values into a text
   */
  static Body of(BodySpec spec, byte[] description, UnaryOperator<String> fill) {
    if (spec.parts().isEmpty()) {
      return new Body(spec.contentType(), text(fill.apply(spec.text())));
    }
    String boundary = "parley-" + Ids.tag();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (BodySpec.Part part : spec.parts()) {
      if (part.isDescription() && description.length == 0) {
        continue;
      }
      out.writeBytes(text("--" + boundary + CRLF + "Content-Type: " + part.contentType() + CRLF));
      part.disposition().ifPresent(d -> out.writeBytes(text("Content-Disposition: " + d + CRLF)));
      out.writeBytes(text(CRLF));
      out.writeBytes(part.text().map(t -> text(fill.apply(t))).orElse(description));
      out.writeBytes(text(CRLF));
    }
    out.writeBytes(text("--" + boundary + "--" + CRLF));
    return new Body(spec.contentType() + ";boundary=\"" + boundary + "\"", out.toByteArray());
  }

  private static byte[] text(String text) {
    return text.replaceAll("\r?\n", CRLF).getBytes(StandardCharsets.UTF_8);
  }
}
