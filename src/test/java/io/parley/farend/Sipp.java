package io.parley.farend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIPp process and what it printed. */
final class Sipp {
  private static final long PATIENCE_SECONDS = 70;

  private final Process process;
  private final Path output;

  private Sipp(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts SIPp; an argument may hold several, separated by blanks. */
  static Sipp start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("sipp", "-nostdin", "-bind_local"));
    for (String argument : arguments) {
      command.addAll(List.of(argument.split(" ")));
    }
    try {
      Path folder = Files.createTempDirectory("sipp");
      Path output = folder.resolve("out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Sipp(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      throw new AssertionError("sipp does not end: " + output());
    }
    return process.exitValue();
  }

  /** A cumulative value of its final screen. */
  int counter(String name) {
    Matcher m =
        Pattern.compile(Pattern.quote(name) + "\\s*\\|[^|]*\\|\\s*(\\d+)").matcher(output());
    int value = -1;
    while (m.find()) {
      value = Integer.parseInt(m.group(1));
    }
    return value;
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    process.destroy();
  }
}
