package io.parley.capture;

import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message being put together from the lines of a text. People edit what they paste, so
 * Content-Length is a hint only. Belongs to one thread.
 */
final class TextMessage {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9.!%*_+`'~-]*[ \\t]*:.*");
  private static final Pattern SDP = Pattern.compile("[a-zA-Z]=.*");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,7})\\s*");
  private static final int MOST_LINES = 4000;
  private static final String CRLF = "\r\n";

  private final List<String> head = new ArrayList<>();
  private final List<String> body = new ArrayList<>();

  /** ngrep shows the CR of each line as a dot. */
  private final boolean dotted;

  private boolean inBody;
  private int announced;
  private int taken;
  private int blanks;

  TextMessage(String startLine) {
    dotted = startLine.endsWith(".");
    head.add(plain(startLine));
  }

  private String plain(String line) {
    return dotted && line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** Takes the next line; false = it does not belong to the message, which has ended. */
  boolean take(String written) {
    String line = plain(written);
    if (head.size() + body.size() > MOST_LINES) {
      return false;
    }
    return inBody ? takeBody(line) : takeHead(line);
  }

  private boolean takeHead(String line) {
    boolean folded = !line.isBlank() && Character.isWhitespace(line.charAt(0));
    if (HEADER.matcher(line).matches() || folded && head.size() > 1) {
      head.add(line);
      Matcher m = LENGTH.matcher(line);
      announced = m.matches() ? Integer.parseInt(m.group(1)) : announced;
      return true;
    }
    // Some logs leave the blank line out.
    boolean begun = line.startsWith("v=") && head.size() > 1;
    inBody = line.isBlank() || begun;
    return begun ? takeBody(line) : inBody;
  }

  private boolean takeBody(String line) {
    if (line.isBlank()) {
      blanks++;
      return taken < announced || body.isEmpty();
    }
    boolean sdp =
        SDP.matcher(line).matches() && (blanks == 0 || body.isEmpty() || taken < announced);
    boolean fits = taken + line.length() + CRLF.length() <= announced;
    boolean expected = fits && (blanks == 0 || body.isEmpty() || !isSdp());
    if (!sdp && !expected) {
      return false;
    }
    for (; blanks > 0 && !body.isEmpty(); blanks--) {
      add("");
    }
    blanks = 0;
    add(line);
    return true;
  }

  private void add(String line) {
    body.add(line);
    taken += line.length() + CRLF.length();
  }

  private boolean isSdp() {
    return head.stream()
        .anyMatch(
            h -> h.toLowerCase(Locale.ROOT).matches("(content-type|c)\\s*:\\s*application/sdp.*"));
  }

  /** Whether the trace has less of its body than it says: a log may cut, or leave bodies out. */
  boolean isCut() {
    return taken * 2 < announced;
  }

  /** The message; empty when what followed the start line is none. */
  Optional<SipMessage> message() {
    StringBuilder text = new StringBuilder();
    boolean said = false;
    for (String line : head) {
      boolean length = LENGTH.matcher(line).matches();
      said |= length;
      text.append(length ? "Content-Length: " + taken : line).append(CRLF);
    }
    if (!said && taken > 0) {
      text.append("Content-Length: ").append(taken).append(CRLF);
    }
    text.append(CRLF);
    body.forEach(line -> text.append(line).append(CRLF));
    SipMessage out = SipMessage.of(text.toString());
    boolean whole = !out.callId().isEmpty() && !out.cseqMethod().isEmpty();
    return whole ? Optional.of(out) : Optional.empty();
  }
}
