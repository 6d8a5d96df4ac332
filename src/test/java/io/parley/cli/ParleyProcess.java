package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Parley as a process of its own, as a user starts it. */
final class ParleyProcess {
  private static final long BOUND_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private ParleyProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What a process that ended left behind. */
  record Ended(int code, String out, String err) {}

  /** The jar under test, as the build made it. */
  static Path jar() {
    Path jar = Path.of(System.getProperty("parley.jar", "target/parley.jar")).toAbsolutePath();
    assertThat(jar).as("the jar must be built before these tests: mvn package").exists();
    return jar;
  }

  /** Starts {@code parley.jar} with these arguments in a folder. */
  static ParleyProcess start(Path folder, String... arguments) {
    return start(folder, jar(), Map.of(), arguments);
  }

  static ParleyProcess start(
      Path folder, Path jar, Map<String, String> environment, String... arguments) {
    // A parent in the background ignores SIGINT and its children inherit that.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(command(jar, arguments));
    return startCommand(folder, environment, command);
  }

  /** Java with the options that the launcher gives it, since a run is short, and the jar. */
  static List<String> command(Path jar, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Starts any command line. */
  static ParleyProcess startCommand(
      Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Scratch.file("it-", ".out");
      Path err = Scratch.file("it-", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      return new ParleyProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java that runs this test. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Sends a signal, by process id. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    assertThat(kill.waitFor()).as("kill -%s", name).isZero();
  }

  /** Its process id. */
  long pid() {
    return process.pid();
  }

  /** What it printed so far. */
  String output() {
    return read(out);
  }

  /** Waits until it has printed that. */
  void awaitOutput(String words) {
    await("it says '" + words + "'", () -> output().contains(words));
  }

  /** Waits until something is so, a moment at a time. */
  void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
    while (!so.getAsBoolean()) {
      assertThat(process.isAlive() && System.nanoTime() < end)
          .as("%s: %s%s", what, output(), read(err))
          .isTrue();
      process.onExit().completeOnTimeout(null, 20, TimeUnit.MILLISECONDS).join();
    }
  }

  /** Waits for its end; a process that does not end fails the test. */
  Ended ended() {
    return ended(BOUND_SECONDS);
  }

  Ended ended(long seconds) {
    try {
      boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!over) {
        process.destroyForcibly().waitFor();
      }
      Ended ended = new Ended(process.exitValue(), read(out), read(err));
      assertThat(over).as("ends within %s s; printed %s", seconds, ended).isTrue();
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
