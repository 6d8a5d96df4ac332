package io.parley.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a run's results, made and tried before anything is sent. */
public final class OutputFolder {
  private OutputFolder() {}

  /**
   * Makes the folder and writes to it once.
   *
   * @throws UsageException when results could not be kept there
   */
  public static void require(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".parley-", ".tmp"));
    } catch (IOException e) {
      throw new UsageException(
          "--out "
              + folder
              + ": expected a folder that can be written, "
              + reason(e)
              + ". Name another one; nothing was sent");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it cannot be made there";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
