package io.parley.report.allure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes what would report its reader to Google Analytics out of a report. */
final class Analytics {
  private static final String OPEN = "<script";
  private static final String CLOSE = "</script>";

  private Analytics() {}

  /**
   * Cuts out the element that loads the analytics script, if there is one, and the block that would
   * call it.
   */
  static void strip(Path index) throws IOException {
    String html = new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1);
    for (String sign : new String[] {"googletagmanager.com", "window.dataLayer"}) {
      html = without(html, sign);
    }
    try (OutputStream out = Files.newOutputStream(index)) {
      out.write(html.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static String without(String html, String sign) {
    int at = html.indexOf(sign);
    int start = at < 0 ? -1 : html.lastIndexOf(OPEN, at);
    int end = at < 0 ? -1 : html.indexOf(CLOSE, at);
    return start < 0 || end < 0
        ? html
        : html.substring(0, start) + html.substring(end + CLOSE.length());
  }
}
