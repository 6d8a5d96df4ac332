package io.parley.profile;

import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whether a request is well formed enough to be processed (RFC 3261 §7, §8.1.1, §25). Stricter than
 * parsing needs: what RFC 4475 §3.1.2 lists as invalid is told, what §3.1.1 lists as valid passes.
 */
public final class RequestSyntax {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");
  private static final Pattern VIA =
      Pattern.compile(
          "SIP\\s*/\\s*2\\.0\\s*/\\s*[A-Za-z0-9.!%*_+`'~-]+\\s+"
              + "(\\[[0-9A-Fa-f:.]+]|[^\\s:;,\\[]+)(\\s*:\\s*\\d{1,5})?(\\s*;.*)?",
          Pattern.DOTALL);
  private static final List<String> ONCE =
      List.of("To", "From", "Call-ID", "CSeq", "Max-Forwards", "Content-Type");
  private static final Pattern HEADER_LINE = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+\\s*:.*");
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^<>\\s\"]+");
  private static final long CSEQ_END = 1L << 31;

  private RequestSyntax() {}

  /** What is wrong with the request; empty = it can be processed. */
  public static Optional<Fault> fault(SipMessage m) {
    return startLine(m)
        .or(() -> headerLines(m))
        .or(() -> mandatory(m))
        .or(() -> cseq(m))
        .or(() -> via(m))
        .or(() -> addresses(m))
        .or(() -> maxForwards(m))
        .or(() -> contentLength(m));
  }

  /** Whether the start line names a version other than SIP/2.0 (RFC 3261 §21.5.6: 505). */
  public static boolean otherVersion(SipMessage m) {
    String[] part = m.startLine().strip().split("\\s+");
    return part.length >= 3
        && part[part.length - 1].matches("(?i)SIP/\\S+")
        && !part[part.length - 1].equalsIgnoreCase("SIP/2.0");
  }

  /** Whether it comes from RFC 2543's days: the branch lacks the magic cookie (§8.1.1.7). */
  private static boolean isOld(SipMessage m) {
    return !m.branch().orElse("").startsWith("z9hG4bK");
  }

  private static Optional<Fault> startLine(SipMessage m) {
    String[] part = m.startLine().split(" ", -1);
    if (part.length != 3) {
      return fault("expected 'Method Request-URI SIP/2.0', found '" + m.startLine() + "'");
    }
    if (!TOKEN.matcher(part[0]).matches()) {
      return fault("expected a method, found '" + part[0] + "'");
    }
    if (!URI.matcher(part[1]).matches() || part[1].contains("@?")) {
      return fault("expected a Request-URI, found '" + part[1] + "'");
    }
    return part[2].equalsIgnoreCase("SIP/2.0")
        ? Optional.empty()
        : fault("expected SIP/2.0 at the end of the request line, found '" + part[2] + "'");
  }

  private static Optional<Fault> headerLines(SipMessage m) {
    String head =
        new String(m.bytes(), 0, m.bodyStart(), java.nio.charset.StandardCharsets.ISO_8859_1);
    String[] line = LINE_END.split(head.stripLeading());
    for (int i = 1; i < line.length; i++) {
      boolean folded = line[i].startsWith(" ") || line[i].startsWith("\t");
      if (!folded && !line[i].isEmpty() && !HEADER_LINE.matcher(line[i]).matches()) {
        return fault("expected 'name: value', found '" + line[i] + "'");
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> mandatory(SipMessage m) {
    for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      if (m.first(name).isEmpty() || m.first(name).get().isEmpty()) {
        return fault("expected a " + name + " header, found none");
      }
    }
    for (String name : ONCE) {
      if (m.values(name).size() > 1) {
        return fault("expected one " + name + " header, found " + m.values(name).size());
      }
    }
    boolean needsContact = m.method().equals("INVITE") && !isOld(m);
    return needsContact && m.first("Contact").isEmpty()
        ? fault("expected a Contact header in an INVITE, found none")
        : Optional.empty();
  }

  private static Optional<Fault> cseq(SipMessage m) {
    String value = m.first("CSeq").orElse("");
    OptionalLong number = m.cseq();
    if (number.isEmpty() || number.getAsLong() >= CSEQ_END) {
      return fault("expected a CSeq number below 2^31, found '" + value + "'");
    }
    String method = value.substring(value.strip().lastIndexOf(' ') + 1).strip();
    method = method.substring(method.lastIndexOf('\t') + 1);
    return method.equals(m.method())
        ? Optional.empty()
        : fault("expected the method " + m.method() + " in CSeq, found '" + value + "'");
  }

  private static Optional<Fault> via(SipMessage m) {
    String value = m.first("Via").orElse("");
    boolean badParameter = value.matches("(?s).*;\\s*[;,].*") || value.matches("(?s).*[;,]\\s*");
    if (!VIA.matcher(value).matches() || badParameter) {
      return fault("expected 'SIP/2.0/<transport> host;branch=…' in Via, found '" + value + "'");
    }
    return m.branch().filter("z9hG4bK"::equals).isPresent()
        ? fault("expected more than the magic cookie in the branch, found 'z9hG4bK'")
        : Optional.empty();
  }

  private static Optional<Fault> addresses(SipMessage m) {
    for (HeaderField h : m.headers()) {
      String name = HeaderName.canonical(h.name());
      if (List.of("from", "to", "contact").contains(name) && !h.value().equals("*")) {
        Optional<String> wrong = AddressSyntax.wrong(h.value(), name.equals("contact"));
        if (wrong.isPresent()) {
          return fault("in " + h.name() + ": " + wrong.get() + ", found '" + h.value() + "'");
        }
      }
    }
    return m.fromTag().isEmpty() && !isOld(m)
        ? fault("expected a tag in From, found none")
        : Optional.empty();
  }

  private static Optional<Fault> maxForwards(SipMessage m) {
    String value = m.first("Max-Forwards").orElse("70");
    return value.matches("0*\\d{1,3}") && Integer.parseInt(value) <= 255
        ? Optional.empty()
        : fault("expected 0..255 in Max-Forwards, found '" + value + "'");
  }

  private static Optional<Fault> contentLength(SipMessage m) {
    List<String> values = m.values("Content-Length");
    if (values.stream().distinct().count() > 1) {
      return fault("expected one Content-Length, found " + values);
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String value = values.get(0);
    int there = m.bytes().length - m.bodyStart();
    if (!value.matches("\\d{1,9}")) {
      return fault("expected a number of bytes in Content-Length, found '" + value + "'");
    }
    return Integer.parseInt(value) > there
        ? fault("expected " + value + " bytes of body by Content-Length, found " + there)
        : Optional.empty();
  }

  private static Optional<Fault> fault(String text) {
    return Optional.of(Fault.of(text));
  }
}
