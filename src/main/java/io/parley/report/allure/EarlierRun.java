package io.parley.report.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * What an earlier run left in the folder, but for its evidence, which is written over. Only files
 * with the names that runs write are deleted, so that {@code --out} may name a folder with other
 * things in it.
 */
final class EarlierRun {
  private static final Pattern RESULT =
      Pattern.compile(
          ".*-(result|container)\\.json|.*-attachment\\.\\w+"
              + "|(categories|executor)\\.json|environment\\.properties");
  private static final Pattern HISTORY = Pattern.compile(".*\\.json");

  private EarlierRun() {}

  /** Clears the results and copies the last report's history to where the next one finds it. */
  static void clear(Path out) throws IOException {
    History kept = History.under(out);
    kept.keepUnreported(out);
    Path results = out.resolve("allure-results");
    delete(results, RESULT);
    delete(results.resolve("history"), HISTORY);
    Files.deleteIfExists(out.resolve("junit.xml"));
    Files.deleteIfExists(out.resolve("run.json"));
    // A run without HTML must not leave the report of another run beside its results.
    Files.deleteIfExists(out.resolve("allure-report/index.html"));
    for (Path file : Folder.list(kept.folder())) {
      Path to = results.resolve("history").resolve(file.getFileName());
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder, Pattern names) throws IOException {
    for (Path file : Folder.list(folder)) {
      if (names.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
        Files.delete(file);
      }
    }
  }
}
