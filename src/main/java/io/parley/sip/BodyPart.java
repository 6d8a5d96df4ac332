package io.parley.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a message body (RFC 2046 §5.1, RFC 5621): the whole body where it is not multipart.
 *
 * @param type media type in lower case without parameters; empty without Content-Type
 * @param disposition value of Content-Disposition; empty text where there is none
 * @param start offset of the first byte in the message
 * @param bytes the content
 */
public record BodyPart(String type, String disposition, int start, byte[] bytes) {
  private static final String SDP = "application/sdp";
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);

  /** How deep parts may lie in parts; what lies deeper is not looked for. */
  private static final int DEPTH = 3;

  /** The parts of a message's body in order, those of nested multiparts in their place. */
  public static List<BodyPart> of(SipMessage message) {
    byte[] body = message.body();
    if (body.length == 0) {
      return List.of();
    }
    List<BodyPart> out = new ArrayList<>();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    add(
        out,
        message.first("Content-Type").orElse(""),
        message.first("Content-Disposition").orElse(""),
        text,
        message.bodyStart(),
        DEPTH);
    return List.copyOf(out);
  }

  /** The first part that is SDP. */
  static Optional<BodyPart> sdp(SipMessage message) {
    return of(message).stream().filter(BodyPart::isSdp).findFirst();
  }

  /** Whether it says that it is SDP. */
  public boolean isSdp() {
    return type.equals(SDP);
  }

  /**
   * Whether it says that the receiver has to understand it. RFC 3261 §20.11 would have that assumed
   * where nothing is said; receivers do not.
   */
  public boolean isRequired() {
    return disposition.toLowerCase(Locale.ROOT).matches(".*;\\s*handling\\s*=\\s*\"?required.*");
  }

  private static void add(
      List<BodyPart> out, String contentType, String disposition, String text, int at, int depth) {
    String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    Matcher m = BOUNDARY.matcher(contentType);
    if (type.startsWith("multipart/") && depth > 0 && m.find()) {
      parts(out, m.group(1) == null ? m.group(2) : m.group(1), text, at, depth - 1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      out.add(new BodyPart(type, disposition, at, bytes));
    }
  }

  /** Splits at the boundary; the line end before it belongs to it (RFC 2046 §5.1.1). */
  private static void parts(List<BodyPart> out, String boundary, String text, int at, int depth) {
    Matcher mark =
        Pattern.compile("(?:\\A|\r?\n)--" + Pattern.quote(boundary) + "(--)?[ \t]*(?=\r?\n|\\z)")
            .matcher(text);
    int from = -1;
    while (mark.find()) {
      if (from >= 0) {
        part(out, text.substring(from, mark.start()), at + from, depth);
      }
      from = mark.end();
      if (mark.group(1) != null) {
        return;
      }
    }
    if (from >= 0) {
      part(out, text.substring(from), at + from, depth);
    }
  }

  /** One part: its header lines, an empty line, its content. */
  private static void part(List<BodyPart> out, String text, int at, int depth) {
    Matcher end = Pattern.compile("\r?\n\r?\n").matcher(text);
    if (!end.find()) {
      return;
    }
    String head = text.substring(0, end.start());
    String content = text.substring(end.end());
    String type = field(head, "content-type");
    boolean sdp = type.toLowerCase(Locale.ROOT).startsWith(SDP);
    // The delimiter took the line end of the last line of an SDP that has no empty line behind it.
    String whole = sdp && !content.endsWith("\n") ? content + "\r\n" : content;
    add(out, type, field(head, "content-disposition"), whole, at + end.end(), depth);
  }

  private static String field(String head, String name) {
    Matcher m =
        Pattern.compile("(?im)^" + name + "[ \t]*:[ \t]*(.*(?:\r?\n[ \t]+.*)*)$").matcher(head);
    return m.find() ? m.group(1).replaceAll("\r?\n[ \t]+", " ").strip() : "";
  }
}
