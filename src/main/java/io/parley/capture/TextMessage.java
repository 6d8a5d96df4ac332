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
  private static final Pattern LENGTH =
      Pattern.compile("(?i)(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,7})\\s*");
  private static final Pattern NAMED = Pattern.compile("(?i)(?:call-id|i|cseq)[ \\t]*:.*");
  private static final int MOST_LINES = 4000;

  /** More lines of the log's own than this, and the message is over. */
  private static final int MOST_FOREIGN = 20;

  /** Nobody breaks a line that is shorter. */
  private static final int WRAPPED = 40;

  /** What a line is to the message. */
  enum Part {
    /** A line of it. */
    OF_IT,
    /** A line of the log between two of it. */
    BETWEEN,
    /** It was over before. */
    BEHIND
  }

  private final List<String> head = new ArrayList<>();
  private final TextBody body = new TextBody();

  /** ngrep shows the CR of each line as a dot. */
  private final boolean dotted;

  private boolean inBody;
  private boolean said;
  private int foreign;

  TextMessage(String startLine) {
    dotted = startLine.endsWith(".");
    head.add(plain(startLine));
  }

  private String plain(String line) {
    return dotted && line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** Takes the next line. */
  Part take(String written) {
    String line = plain(written);
    if (head.size() + body.size() > MOST_LINES) {
      return Part.BEHIND;
    }
    boolean taken = inBody ? body.take(line) : takeHead(line);
    if (taken) {
      return Part.OF_IT;
    }
    return isUnfinished() && LogLine.isOne(line) && ++foreign <= MOST_FOREIGN
        ? Part.BETWEEN
        : Part.BEHIND;
  }

  /** Whether more of it must come. */
  private boolean isUnfinished() {
    return inBody ? !body.isWhole() : !said || !body.isWhole();
  }

  private boolean takeHead(String line) {
    boolean folded = !line.isBlank() && Character.isWhitespace(line.charAt(0));
    if (HEADER.matcher(line).matches() || folded && head.size() > 1) {
      head.add(line);
      Matcher m = LENGTH.matcher(line);
      if (m.matches()) {
        said = true;
        body.announce(Integer.parseInt(m.group(1)));
      }
      return true;
    }
    // Some logs leave the blank line out.
    boolean begun = line.startsWith("v=") && head.size() > 1;
    inBody = line.isBlank() || begun;
    if (inBody) {
      body.expectSdp(isSdp());
    }
    return begun ? body.take(line) : inBody || joined(line);
  }

  /** The rest of a header that a mail program broke in two. */
  private boolean joined(String line) {
    int last = head.size() - 1;
    boolean wrapped =
        last > 0
            && isUnfinished()
            && head.get(last).length() >= WRAPPED
            && !NAMED.matcher(head.get(last)).matches()
            && line.chars().anyMatch(Character::isLetterOrDigit)
            && !LogLine.isOne(line);
    if (wrapped) {
      head.set(last, head.get(last) + " " + line.strip());
    }
    return wrapped;
  }

  private boolean isSdp() {
    return head.stream()
        .anyMatch(
            h -> h.toLowerCase(Locale.ROOT).matches("(content-type|c)\\s*:\\s*application/sdp.*"));
  }

  /** Whether the trace has less of its body than it says: a log may cut, or leave bodies out. */
  boolean isCut() {
    return body.isCut();
  }

  /** The message; empty when what followed the start line is none. */
  Optional<SipMessage> message() {
    StringBuilder text = new StringBuilder();
    String content = body.text();
    for (String line : head) {
      boolean length = LENGTH.matcher(line).matches();
      text.append(length ? "Content-Length: " + content.length() : line).append(TextBody.CRLF);
    }
    if (!said && !content.isEmpty()) {
      text.append("Content-Length: ").append(content.length()).append(TextBody.CRLF);
    }
    SipMessage out = SipMessage.of(text.append(TextBody.CRLF).append(content).toString());
    boolean whole = !out.callId().isEmpty() && !out.cseqMethod().isEmpty();
    return whole ? Optional.of(out) : Optional.empty();
  }
}
