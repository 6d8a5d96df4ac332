package io.parley.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The body of a message being put together from the lines of a text. Belongs to one thread. */
final class TextBody {
  static final String CRLF = "\r\n";
  private static final Pattern SDP = Pattern.compile("[a-zA-Z]=.*");

  private final List<String> lines = new ArrayList<>();
  private boolean sdp;
  private int announced;
  private int taken;
  private int blanks;

  /** What Content-Length says, in bytes. */
  void announce(int bytes) {
    announced = bytes;
  }

  /** What Content-Type says. */
  void expectSdp(boolean expected) {
    sdp = expected;
  }

  int size() {
    return lines.size();
  }

  /** Whether as much came as was announced. */
  boolean isWhole() {
    return taken >= announced;
  }

  /** Whether much less came than was announced. */
  boolean isCut() {
    return taken * 2 < announced;
  }

  /** Takes the next line; false = it is none of the body. */
  boolean take(String line) {
    if (line.isBlank()) {
      blanks++;
      return taken < announced || lines.isEmpty();
    }
    boolean goesOn = blanks == 0 || lines.isEmpty();
    boolean looksIt = SDP.matcher(line).matches() && (goesOn || taken < announced);
    boolean fits = taken + line.length() + CRLF.length() <= announced && !LogLine.isOne(line);
    boolean expected = fits && (sdp ? blanks == 0 && !lines.isEmpty() : true);
    if (!looksIt && !expected) {
      return false;
    }
    for (; blanks > 0 && !lines.isEmpty(); blanks--) {
      add("");
    }
    blanks = 0;
    add(line);
    return true;
  }

  private void add(String line) {
    lines.add(line);
    taken += line.length() + CRLF.length();
  }

  /**
   * All of it. A line of SDP that a mail program broke in two is one again, where the length that
   * was announced shows that it was.
   */
  String text() {
    StringBuilder out = new StringBuilder();
    boolean asAnnounced = !sdp || taken == announced;
    for (String line : lines) {
      boolean rest = !asAnnounced && out.length() > 0 && !SDP.matcher(line).matches();
      if (rest) {
        out.setLength(out.length() - CRLF.length());
        out.append(' ').append(line.strip());
      } else {
        out.append(line);
      }
      out.append(CRLF);
    }
    return out.toString();
  }
}
