package io.parley.report.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on nothing but what is in it. */
final class ZipFile {
  /** The earliest time that a zip can hold: the times of its files say nothing. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

  private ZipFile() {}

  /**
   * The whole file.
   *
   * @param folder the one folder in it, so that unpacking leaves one thing
   * @param files by their path in that folder, in order
   */
  static byte[] of(String folder, Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot be written", e);
    }
    return out.toByteArray();
  }
}
