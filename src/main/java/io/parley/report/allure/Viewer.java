package io.parley.report.allure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The program in a report that shows it, which comes with Allure: what would report its reader to
 * Google Analytics is taken out, and messages and traces of results are shown as text. It takes
 * them for HTML, so that a response of a target could run scripts in whoever reads the report.
 */
final class Viewer {
  private static final String OPEN = "<script";
  private static final String CLOSE = "</script>";
  private static final String PROGRAM = "data:text/javascript;base64,";

  /** The default of the part that colours messages, ansi-to-html, which the viewer leaves alone. */
  private static final String AS_HTML = "escapeXML:!1";

  private static final String AS_TEXT = "escapeXML:!0";

  private Viewer() {}

  /**
   * The page made safe.
   *
   * @param page as Allure's generator makes it, each byte a character
   * @throws IOException when the viewer is not the one that is known here
   */
  static String tame(String page) throws IOException {
    String html = page;
    for (String sign : new String[] {"googletagmanager.com", "window.dataLayer"}) {
      html = without(html, sign);
    }
    return escaping(html);
  }

  private static String without(String html, String sign) {
    int at = html.indexOf(sign);
    int start = at < 0 ? -1 : html.lastIndexOf(OPEN, at);
    int end = at < 0 ? -1 : html.indexOf(CLOSE, at);
    return start < 0 || end < 0
        ? html
        : html.substring(0, start) + html.substring(end + CLOSE.length());
  }

  private static String escaping(String html) throws IOException {
    for (int at = html.indexOf(PROGRAM); at >= 0; at = html.indexOf(PROGRAM, at + 1)) {
      int start = at + PROGRAM.length();
      int end = html.indexOf('"', start);
      String program = decoded(html.substring(start, end));
      if (program.contains(AS_HTML)) {
        return html.substring(0, start)
            + encoded(program.replace(AS_HTML, AS_TEXT))
            + html.substring(end);
      }
    }
    throw new IOException("Allure's viewer is not the one that Parley knows to make safe");
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
  }

  private static String encoded(String program) {
    return Base64.getEncoder().encodeToString(program.getBytes(StandardCharsets.ISO_8859_1));
  }
}
