package io.parley.report.allure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Listing and deleting of folders that may not be there. */
final class Folder {
  private Folder() {}

  /** What is in it; nothing where there is no such folder. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e);
    }
  }

  /** Deletes it with everything in it. */
  static void delete(Path folder) throws IOException {
    for (Path entry : list(folder)) {
      if (Files.isDirectory(entry)) {
        delete(entry);
      } else {
        Files.delete(entry);
      }
    }
    Files.deleteIfExists(folder);
  }
}
