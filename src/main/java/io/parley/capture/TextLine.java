package io.parley.capture;

import java.util.List;
import java.util.regex.Pattern;

/** A line of a text as the log's own program wrote it, before terminals and browsers had it. */
final class TextLine {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
  private static final Pattern TAG =
      Pattern.compile("(?i)</?(?:br|p|pre|div|span|code|td|tr|th|font|li)\\b[^<>]*>");

  /** A no-break space: alone, or as UTF-8 read one char a byte; not the end of another letter. */
  private static final Pattern NO_BREAK =
      Pattern.compile("\u00c2\u00a0|(?<![\u0080-\u00ff])\u00a0");

  /** From here on a line is long enough to be a whole message. */
  private static final int FLAT = 160;

  /** Where lines began before something put a message on one. */
  private static final Pattern LOST_LINE_END =
      Pattern.compile(
          " +(?=(?:Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|Allow|Supported|Require|Route"
              + "|Record-Route|User-Agent|Server|Date|Expires|Min-SE|Session-Expires|Accept"
              + "|Allow-Events|P-[A-Za-z-]+|X-[A-Za-z-]+|Privacy|Reason|Warning|Remote-Party-ID"
              + "|Authorization|Proxy-Authorization|WWW-Authenticate|Proxy-Authenticate"
              + "|Content-Type|Content-Length|Content-Disposition): "
              + "|(?:v=0 |[osctmabk]=\\S)"
              + "|SIP/2\\.0 [1-6]\\d\\d |[A-Z]{3,12} (?:sips?|tel):\\S+ SIP/2\\.0)");

  private TextLine() {}

  /** Without colours, mark-up and what else is not the log's. */
  static String plain(String line) {
    String out = line;
    if (out.indexOf('\u001b') >= 0) {
      out = COLOUR.matcher(out).replaceAll("");
    }
    if (out.indexOf('\u00a0') >= 0) {
      out = NO_BREAK.matcher(out).replaceAll(" ");
    }
    if (out.indexOf('<') >= 0) {
      out = TAG.matcher(out).replaceAll("");
    }
    return out.indexOf('&') >= 0 ? unescaped(out) : out;
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  /** The lines of a message that a ticket or a spreadsheet has put on one; else the line alone. */
  static List<String> apart(String line) {
    boolean flat = line.length() > FLAT && line.contains(" Call-ID: ") && line.contains(" CSeq: ");
    return flat ? List.of(LOST_LINE_END.split(line)) : List.of(line);
  }
}
