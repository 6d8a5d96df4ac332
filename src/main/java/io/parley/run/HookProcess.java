package io.parley.run;

import io.parley.result.HookOutput;
import io.parley.target.Hooks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a hook to its end, or until its time is over. What it writes goes to a file, not to a pipe:
 * a daemon that it leaves behind would hold a pipe open. The file loses its name once the hook has
 * begun, so that it is gone whatever ends this process.
 */
final class HookProcess {
  /** More of an output than that helps nobody. */
  private static final int LONGEST = 1 << 20;

  private HookProcess() {}

  /**
   * Runs it; does not throw for what it does.
   *
   * @param environment what it is told about the run, beside what it inherits
   */
  static HookOutput run(Hooks.Hook hook, Map<String, String> environment)
      throws InterruptedException {
    Path file = null;
    try {
      file = Files.createTempFile("parley-hook-", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(hook.command())
              .directory(hook.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(file.toFile());
      builder.environment().putAll(environment);
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "r")) {
        Process process = builder.start();
        delete(file);
        return ended(hook, process, out);
      }
    } catch (IOException e) {
      return output(hook, false, "could not be started: " + e.getMessage(), "");
    } finally {
      delete(file);
    }
  }

  private static HookOutput ended(Hooks.Hook hook, Process process, RandomAccessFile out)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    long started = System.nanoTime();
    boolean inTime;
    try {
      inTime = process.waitFor(hook.within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      kill(process);
      throw e;
    }
    if (!inTime) {
      kill(process);
      String words = "was ended: it took longer than " + words(hook.within());
      return output(hook, false, words, text(out));
    }
    String took = words(Duration.ofNanos(System.nanoTime() - started));
    int code = process.exitValue();
    return output(hook, code == 0, "ended with " + code + " after " + took, text(out));
  }

  private static HookOutput output(Hooks.Hook hook, boolean good, String ended, String text) {
    return new HookOutput(hook.name(), hook.command(), good, ended, text);
  }

  /** With what it started: who is asked to stop the parent only would leave the rest running. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  private static String text(RandomAccessFile out) throws IOException {
    long skip = Math.max(0, out.length() - LONGEST);
    out.seek(skip);
    byte[] bytes = new byte[(int) Math.min(LONGEST, out.length() - skip)];
    out.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return skip == 0 ? text : "(" + skip + " bytes before this are left out)\n" + text;
  }

  private static String words(Duration time) {
    return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
