package io.parley.peer;

import io.parley.Scratch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIPp process and what it printed. */
public final class Sipp implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 70;

  private final Process process;
  private final Path folder;

  private Sipp(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** Skips or fails the test where SIPp is not installed. */
  public static void require() {
    Installed.require("sipp", "sip-tester");
  }

  /** Starts SIPp; an argument may hold several, separated by blanks. */
  public static Sipp start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("sipp", "-nostdin", "-bind_local"));
    for (String argument : arguments) {
      command.addAll(List.of(argument.split(" ")));
    }
    command.addAll(List.of("-trace_err", "-error_file", "errors"));
    try {
      Path folder = Scratch.folder("sipp-");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
      return new Sipp(process, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments that bind a place. */
  public static String at(InetSocketAddress place) {
    return "-i " + place.getAddress().getHostAddress() + " -p " + place.getPort();
  }

  /** A scenario as a file, for {@code -sf}. */
  public static String file(String scenario) throws IOException {
    Path file = Scratch.file("sipp-", ".xml");
    file.toFile().deleteOnExit();
    return Files.writeString(file, scenario).toString();
  }

  /** Waits until it listens. */
  public Sipp listening(InetSocketAddress place) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isBound(place)) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new AssertionError("sipp does not listen: " + output());
      }
    }
    return this;
  }

  /** Linux lists bound ports in hexadecimal, the address with its first octet last. */
  private static boolean isBound(InetSocketAddress place) throws IOException {
    byte[] a = place.getAddress().getAddress();
    String hex =
        String.format(
            Locale.ROOT, " %02X%02X%02X%02X:%04X ", a[3], a[2], a[1], a[0], place.getPort());
    return Files.readString(Path.of("/proc/net/udp")).contains(hex)
        || Files.readString(Path.of("/proc/net/tcp")).contains(hex);
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      throw new AssertionError("sipp does not end: " + output());
    }
    return process.exitValue();
  }

  /** A cumulative value of its final screen; -1 when it shows none of that name. */
  public int counter(String name) {
    Matcher m =
        Pattern.compile(Pattern.quote(name) + "\\s*\\|[^|]*\\|\\s*(\\d+)").matcher(output());
    int value = -1;
    while (m.find()) {
      value = Integer.parseInt(m.group(1));
    }
    return value;
  }

  /** What it printed, and what it found wrong. */
  public String output() {
    return read("out") + read("errors");
  }

  private String read(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, if it has not ended. */
  @Override
  public void close() {
    process.destroy();
  }
}
