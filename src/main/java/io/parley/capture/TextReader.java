package io.parley.capture;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds SIP messages in a text: an export of sngrep or ngrep, the log of an SBC or of Kamailio, a
 * mail. Belongs to one thread.
 */
final class TextReader {
  private static final int LONGEST_LINE = 128 * 1024;
  private static final int CONTEXT = 14;
  private static final Pattern TCPDUMP = Pattern.compile(".{0,40}\\bIP6? \\S+ > \\S+: SIP: *");

  private final Inbox inbox;
  private final Dissection dissection = new Dissection();
  private final Deque<String> before = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private TextMessage current;
  private LinePrefix prefix = LinePrefix.of("");
  private CapturedMessage.Path path = CapturedMessage.Path.UNKNOWN;
  private Optional<Instant> time = Optional.empty();
  private long number;
  private long began;
  private long read;

  TextReader(Inbox inbox) {
    this.inbox = inbox;
  }

  /** How many characters were read. */
  long read() {
    return read;
  }

  /** How many lines were read. */
  long lines() {
    return number;
  }

  /** Reads a text to its end. */
  void read(Reader in) throws IOException {
    char[] buffer = new char[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      read += n;
      int from = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          collect(buffer, from, i);
          endLine();
          from = i + 1;
        }
      }
      collect(buffer, from, n);
    }
    if (line.length() > 0) {
      endLine();
    }
    finish();
  }

  /** A line longer than any of a message is cut: noise has such. */
  private void collect(char[] buffer, int from, int to) {
    int room = LONGEST_LINE - line.length();
    line.append(buffer, from, Math.min(to - from, room));
  }

  private void endLine() {
    number++;
    int length = line.length();
    boolean carriage = length > 0 && line.charAt(length - 1) == '\r';
    String text = line.substring(0, carriage ? length - 1 : length);
    line.setLength(0);
    line(text);
  }

  private void line(String written) {
    String plain = TextLine.plain(written);
    dissection.plain(plain).ifPresent(text -> TextLine.apart(text).forEach(this::part));
  }

  private void part(String text) {
    int start = SipStart.within(text);
    if (start >= 0) {
      finish();
      begin(text, start);
      return;
    }
    TextMessage.Part part =
        current == null ? TextMessage.Part.BEHIND : current.take(prefix.off(text));
    if (part == TextMessage.Part.BEHIND) {
      finish();
    }
    if (part != TextMessage.Part.OF_IT) {
      remember(text);
    }
  }

  private void begin(String text, int start) {
    String head = text.substring(0, start);
    EscapedLines lines = EscapedLines.of(text.substring(start));
    if (!head.isBlank()) {
      remember(head);
    }
    List<String> context = List.copyOf(before);
    path = TraceContext.path(context);
    time = TraceContext.time(context);
    // tcpdump -A has the start line in its own line too, behind time and addresses.
    if (!TCPDUMP.matcher(head).matches()) {
      before.clear();
    }
    prefix = LinePrefix.of(head);
    began = number;
    current = new TextMessage(lines.first());
    for (String line : lines.others()) {
      if (current.take(line) == TextMessage.Part.BEHIND) {
        break;
      }
    }
    if (!lines.others().isEmpty()) {
      finish();
    }
  }

  private void finish() {
    if (current == null) {
      return;
    }
    boolean cut = current.isCut();
    current
        .message()
        .ifPresentOrElse(
            m -> inbox.put(new CapturedMessage(began, time, path, m, cut)), inbox::otherSeen);
    current = null;
  }

  private void remember(String text) {
    if (text.isBlank()) {
      return;
    }
    before.addLast(text.length() > 1024 ? text.substring(0, 1024) : text);
    if (before.size() > CONTEXT) {
      before.removeFirst();
    }
  }
}
