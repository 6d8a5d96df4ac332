package io.parley.cli;

import io.parley.report.Secrets;
import io.parley.run.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the trace of a fault of ours out of the user's sight, in a file. */
final class CrashFile {
  private CrashFile() {}

  /**
   * Writes the trace and says where it is.
   *
   * @param fault what was thrown
   * @param arguments the command line
   * @return one line for the user
   */
  static String write(Throwable fault, String[] arguments) {
    String what = "parley: a fault of Parley itself: " + oneLine(fault) + ". ";
    try {
      Path file = Files.createTempFile("parley-fault-", ".txt");
      Files.writeString(file, text(fault, arguments), StandardCharsets.UTF_8);
      return what + "The details are in " + file + "; please report them";
    } catch (IOException e) {
      return what + "The details could not be written: " + e.getMessage();
    }
  }

  private static String oneLine(Throwable fault) {
    return Secrets.MASKED
        .mask(fault.toString())
        .lines()
        .findFirst()
        .orElse(fault.getClass().getName());
  }

  private static String text(Throwable fault, String[] arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("parley " + Version.text() + " " + String.join(" ", arguments));
    out.println("java " + System.getProperty("java.runtime.version"));
    fault.printStackTrace(out);
    return Secrets.MASKED.mask(text.toString());
  }
}
