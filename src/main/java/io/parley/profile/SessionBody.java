package io.parley.profile;

import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The session description of a message: the whole body, or the SDP part of a {@code multipart} body
 * (RFC 5621).
 *
 * @param present whether the message has a body at all
 * @param type media type of the body in lower case; empty without Content-Type
 * @param sdp the description; empty when there is none
 */
public record SessionBody(boolean present, String type, Optional<Sdp> sdp) {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);

  /** Reads a message's body. */
  public static SessionBody of(SipMessage message) {
    byte[] body = message.body();
    String type = message.contentType();
    if (body.length == 0) {
      return new SessionBody(false, type, Optional.empty());
    }
    if (type.equals("application/sdp")) {
      return new SessionBody(true, type, Optional.of(Sdp.of(body)));
    }
    return new SessionBody(
        true, type, type.startsWith("multipart/") ? part(message) : Optional.empty());
  }

  private static Optional<Sdp> part(SipMessage message) {
    Matcher m = BOUNDARY.matcher(message.first("Content-Type").orElse(""));
    if (!m.find()) {
      return Optional.empty();
    }
    String boundary = m.group(1) == null ? m.group(2) : m.group(1);
    String text = "\n" + new String(message.body(), StandardCharsets.ISO_8859_1);
    for (String part : text.split("\r?\n--" + Pattern.quote(boundary))) {
      String[] halves = part.split("\r?\n\r?\n", 2);
      String head = halves[0].toLowerCase(Locale.ROOT);
      if (halves.length == 2
          && head.matches("(?s).*(^|\n)content-type\\s*:\\s*application/sdp.*")) {
        return Optional.of(Sdp.of(halves[1] + "\r\n"));
      }
    }
    return Optional.empty();
  }
}
