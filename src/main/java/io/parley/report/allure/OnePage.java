package io.parley.report.allure;

import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.InMemoryReportStorage;
import io.qameta.allure.core.ReportWebGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one file of a report: the page that Allure's generator makes, with the data put in by us. Its
 * template engine would turn each byte of the data into a character and back, which took a fifth of
 * the time of a report and several times its size in memory.
 */
final class OnePage {
  private static final String PLACE = "parley";

  /** What the template makes of the only part it is given. */
  private static final String CALL = "d('" + PLACE + "',''),";

  private static final int BUFFER = 1 << 16;

  /** Each byte of the page is a character, and back. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private OnePage() {}

  /** Writes {@code index.html} with all that is in the store. */
  static void write(Configuration configuration, ReportStore store, Path report)
      throws IOException {
    InMemoryReportStorage empty = new InMemoryReportStorage();
    empty.addDataBinary(PLACE, new byte[0]);
    new ReportWebGenerator().generate(configuration, empty, report);
    Path index = report.resolve("index.html");
    String page = Viewer.tame(Files.readString(index, BYTES));
    int at = page.indexOf(CALL);
    if (at < 0) {
      throw new IOException("Allure's page has no place for the data");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(index), BUFFER)) {
      out.write(page.substring(0, at).getBytes(BYTES));
      store.write(out);
      out.write(page.substring(at + CALL.length()).getBytes(BYTES));
    }
  }
}
