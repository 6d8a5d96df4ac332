package io.parley.report.allure;

import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.InMemoryReportStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The data of a report that is one file: JSON in memory, attachments where they are until the file
 * is written. Its history is also written beside it, where the next run finds it.
 */
final class ReportStore implements ReportStorage {
  private final InMemoryReportStorage json = new InMemoryReportStorage();
  private final Map<String, byte[]> binaries = new ConcurrentSkipListMap<>();
  private final Map<String, Path> files = new ConcurrentSkipListMap<>();
  private final HistoryStore history;

  /** A store whose history goes under the report's folder. */
  ReportStore(Path report) {
    this.history = new HistoryStore(new History(report).folder());
  }

  @Override
  public void addDataJson(String name, Object data) {
    json.addDataJson(name, data);
    history.addDataJson(name, data);
  }

  @Override
  public void addDataBinary(String name, byte[] data) {
    binaries.put(name, data);
  }

  @Override
  public void addDataFile(String name, Path file) {
    files.put(name, file);
  }

  /** Writes each part as the page's script reads it: a call with its name and its base64. */
  void write(OutputStream out) throws IOException {
    for (Map.Entry<String, String> part : new TreeMap<>(json.getReportDataFiles()).entrySet()) {
      write(out, part.getKey(), part.getValue().getBytes(StandardCharsets.ISO_8859_1));
    }
    for (Map.Entry<String, byte[]> part : binaries.entrySet()) {
      write(out, part.getKey(), Base64.getEncoder().encode(part.getValue()));
    }
    for (Map.Entry<String, Path> part : files.entrySet()) {
      byte[] bytes = Files.readAllBytes(part.getValue());
      write(out, part.getKey(), Base64.getEncoder().encode(bytes));
    }
  }

  private static void write(OutputStream out, String name, byte[] base64) throws IOException {
    String plain = name.replaceAll("[^\\w./-]", "_");
    out.write(("d('" + plain + "','").getBytes(StandardCharsets.ISO_8859_1));
    out.write(base64);
    out.write("'),\n".getBytes(StandardCharsets.ISO_8859_1));
  }
}
