package io.parley.peer;

import io.parley.Scratch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Kamailio on this machine, with a configuration of a test. */
public final class KamailioProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private KamailioProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Skips or fails the test where Kamailio is not installed. */
  public static void require() {
    Installed.require("kamailio", "kamailio kamailio-tls-modules");
  }

  /**
   * Starts it and waits until it takes connections.
   *
   * @param configuration its text
   * @param place where that says it listens, over TCP or TLS too
   */
  public static KamailioProcess start(String configuration, InetSocketAddress place)
      throws IOException, InterruptedException {
    Path folder = Scratch.folder("kamailio-");
    Path file = Files.writeString(folder.resolve("kamailio.cfg"), configuration);
    Path log = folder.resolve("log");
    String command =
        "kamailio -DD -E -f %s -Y %s -P %s -m 32 -M 8"
            .formatted(file, folder, folder.resolve("pid"));
    Process process =
        new ProcessBuilder(command.split(" "))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    KamailioProcess out = new KamailioProcess(process, log);
    out.await(place);
    return out;
  }

  private void await(InetSocketAddress place) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try (Socket probe = new Socket(place.getAddress(), place.getPort())) {
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new AssertionError("Kamailio does not listen: " + Files.readString(log), e);
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
