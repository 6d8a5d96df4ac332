package io.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Files and folders of tests. They lie in {@code target/tmp}, a folder for each run, so that the
 * system's own folder for such things does not fill up. What a run leaves stays to be looked at
 * until the next one begins.
 */
public final class Scratch {
  private static final Path RUN = begin();

  private Scratch() {}

  /** A new folder, by its absolute path. */
  public static Path folder(String name) throws IOException {
    return Files.createTempDirectory(RUN, name);
  }

  /** A new empty file, by its absolute path. */
  public static Path file(String name, String suffix) throws IOException {
    return Files.createTempFile(RUN, name, suffix);
  }

  /** The folder of all that this run makes. */
  public static Path all() {
    return RUN;
  }

  private static Path begin() {
    Path runs = Path.of(System.getProperty("basedir", ""), "target", "tmp").toAbsolutePath();
    try {
      clear(Files.createDirectories(runs));
      return Files.createDirectories(runs.resolve("" + ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what runs left that are over; their folders are named after their processes. */
  static void clear(Path runs) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(runs, "[0-9]*")) {
      for (Path run : all) {
        if (ProcessHandle.of(Long.parseLong(run.getFileName().toString())).isEmpty()) {
          delete(run);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (NoSuchFileException e) {
      // Another run that began at the same time was faster.
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
