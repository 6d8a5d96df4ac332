package io.parley.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies files from one run's folder to another. What is one file under several names there, as
 * evidence and its attachment are, is one file here too. Belongs to one thread.
 */
public final class Copies {
  private final Map<Object, Path> made = new HashMap<>();

  /**
   * Copies a file, over what may be there.
   *
   * @throws UncheckedIOException when it cannot be; the message says which file
   */
  public void copy(Path from, Path to) {
    try {
      Object key = Files.readAttributes(from, BasicFileAttributes.class).fileKey();
      Path known = key == null ? null : made.putIfAbsent(key, to);
      Files.deleteIfExists(to);
      if (known == null || !linked(known, to)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          from + ": cannot be copied to " + to + " (" + e.getMessage() + ")", e);
    }
  }

  private static boolean linked(Path known, Path to) {
    try {
      Files.createLink(to, known);
      return true;
    } catch (IOException | UnsupportedOperationException noLink) {
      return false;
    }
  }
}
