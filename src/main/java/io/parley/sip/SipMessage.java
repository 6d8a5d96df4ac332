package io.parley.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A lenient, byte-preserving view of a SIP message (RFC 3261 §7). Never fails: what cannot be read
 * is absent.
 *
 * <p>Headers are read as ISO 8859-1 so that any byte survives; the body is bytes.
 */
public final class SipMessage {
  private final byte[] bytes;
  private final MessageHead head;
  private final StartLine startLine;

  private SipMessage(byte[] bytes, MessageHead head) {
    this.bytes = bytes;
    this.head = head;
    this.startLine = new StartLine(head.startLine());
  }

  /**
   * Views the bytes of one message; leading line ends (keep-alives, RFC 3261 §7.5) are passed over.
   */
  public static SipMessage of(byte[] bytes) {
    return new SipMessage(bytes, MessageHead.of(bytes));
  }

  /** Views a text; line ends are taken as they are. */
  public static SipMessage of(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The message as text, one char a byte. */
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Request line or status line, without its line end; empty if there is none. */
  public String startLine() {
    return startLine.text();
  }

  /** Whether the start line is a status line. */
  public boolean isResponse() {
    return startLine.isResponse();
  }

  /**
   * Whether the start line begins as that of a response does, whatever follows (a status of ten
   * digits: RFC 4475 §3.1.2.19). No method begins so (RFC 3261 §25.1), and a response is never
   * answered.
   */
  public boolean beginsAsResponse() {
    return startLine.text().regionMatches(true, 0, "SIP/", 0, "SIP/".length());
  }

  /** Whether the start line is {@code method URI version} of any version. */
  public boolean isRequest() {
    return startLine.isRequest();
  }

  /** The SIP version of the start line as written; empty if there is none. */
  public String version() {
    return startLine.version();
  }

  /** Status code of a response, 0..999. */
  public OptionalInt status() {
    return startLine.status();
  }

  /** Reason phrase of a response; may be empty. */
  public String reasonPhrase() {
    return startLine.reasonPhrase();
  }

  /**
   * Method of a request, or of the request a response answers (CSeq); empty if neither can be read.
   */
  public String method() {
    return isRequest() ? startLine.method() : cseqMethod();
  }

  /** Request-URI of a request, spaces inside it included; empty for anything else. */
  public String requestUri() {
    return startLine.requestUri();
  }

  /** All header fields in order. */
  public List<HeaderField> headers() {
    return head.fields().all();
  }

  /**
   * The values of every field of that name, any case, long or compact, in order, one per header
   * line.
   */
  public List<String> values(String name) {
    return head.fields().values(name);
  }

  /** The first value of that header. */
  public Optional<String> first(String name) {
    return head.fields().first(name);
  }

  /**
   * The single values of a header that is a list (RFC 3261 §7.3.1): {@code Via: a, b} on one line
   * counts as two. Commas in quotes and in angle brackets do not separate.
   */
  public List<String> list(String name) {
    List<String> out = new ArrayList<>();
    for (String line : values(name)) {
      HeaderField.split(line, ',').stream().filter(v -> !v.isEmpty()).forEach(out::add);
    }
    return out;
  }

  /** Call-ID, or empty text. */
  public String callId() {
    return first("Call-ID").orElse("");
  }

  /** The number in CSeq. */
  public OptionalLong cseq() {
    return CSeq.of(first("CSeq").orElse("")).number();
  }

  /** The method in CSeq, or empty text. */
  public String cseqMethod() {
    return CSeq.of(first("CSeq").orElse("")).method();
  }

  /** Tag of From (RFC 3261 §19.3). */
  public Optional<String> fromTag() {
    return first("From").flatMap(HeaderParameters::tag);
  }

  /** Tag of To. */
  public Optional<String> toTag() {
    return first("To").flatMap(HeaderParameters::tag);
  }

  /** The topmost Via value. */
  public Optional<String> topVia() {
    return first("Via").map(v -> v.indexOf(',') < 0 ? v : HeaderField.split(v, ',').get(0));
  }

  /** Branch of the topmost Via. */
  public Optional<String> branch() {
    return topVia().flatMap(HeaderParameters::branch);
  }

  /**
   * The body: all bytes after the blank line, cut to Content-Length where that is shorter (RFC 3261
   * §18.3).
   */
  public byte[] body() {
    int length = bytes.length - head.end();
    String claimed = first("Content-Length").orElse("");
    if (claimed.matches("\\d{1,9}")) {
      length = Math.min(length, Integer.parseInt(claimed));
    }
    return Arrays.copyOfRange(bytes, head.end(), head.end() + length);
  }

  /** Offset of the first body byte. */
  public int bodyStart() {
    return head.end();
  }

  /** The media type of the body in lower case without parameters; empty without Content-Type. */
  public String contentType() {
    return first("Content-Type")
        .map(v -> v.split(";")[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** Whether there is a body, or a part of one, that says it is SDP. */
  public boolean hasSdp() {
    return sdp().isPresent();
  }

  /** The session description: the body, or the first part of it that is SDP (RFC 5621 §3). */
  public Optional<BodyPart> sdp() {
    return BodyPart.sdp(this);
  }

  /** The start line. */
  @Override
  public String toString() {
    return startLine.text();
  }
}
