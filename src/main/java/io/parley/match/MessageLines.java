package io.parley.match;

import io.parley.sip.BodyPart;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.List;

/** The lines of a message by number, so that a check can say which one it read. */
final class MessageLines {
  private final List<String> lines;
  private final int bodyLine;
  private final int startLine;

  MessageLines(SipMessage message) {
    this(message, message.bodyStart());
  }

  /** The lines of a message whose body lines are counted from its session description. */
  static MessageLines around(SipMessage message) {
    return new MessageLines(
        message, message.sdp().map(BodyPart::start).orElse(message.bodyStart()));
  }

  private MessageLines(SipMessage message, int bodyStart) {
    String text = message.text();
    this.lines = List.of(text.split("\r?\n", -1));
    this.bodyLine = 1 + (int) text.chars().limit(bodyStart).filter(c -> c == '\n').count();
    int first = 0;
    while (first < lines.size() - 1 && lines.get(first).isEmpty()) {
      first++;
    }
    this.startLine = first + 1;
  }

  /** All lines without their ends. */
  List<String> all() {
    return lines;
  }

  /** Number of the start line; line ends sent before it are counted. */
  int start() {
    return startLine;
  }

  /** Number of the first header line of that name; 0 = none. */
  int header(String name) {
    for (int i = startLine; i < lines.size() && !lines.get(i).isEmpty(); i++) {
      int colon = lines.get(i).indexOf(':');
      if (colon > 0 && HeaderName.same(lines.get(i).substring(0, colon), name)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Number in the message of a 1-based line of the body; 0 stays 0. */
  int body(int line) {
    return line == 0 ? 0 : bodyLine + line - 1;
  }
}
