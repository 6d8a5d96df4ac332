package io.parley.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.testng.SkipException;

/** Guards tests that need a program which is not part of the build. */
public final class Installed {
  private Installed() {}

  /**
   * Skips the test visibly where the program is missing; fails it instead where {@code CI} is
   * {@code true}, since there it would hide a fault of the set-up.
   *
   * @param program its name in {@code PATH}
   * @param packages what to install on Debian
   */
  public static void require(String program, String packages) {
    if (isThere(program)) {
      return;
    }
    String words = program + " is not installed (Debian: apt-get install " + packages + ")";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(words);
    }
    throw new SkipException(words);
  }

  /** Whether the program is in {@code PATH}. */
  public static boolean isThere(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
