package io.parley.play;

import io.parley.peer.Installed;
import io.parley.peer.OwnPlace;
import io.parley.wire.TestAuthority;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running Kamailio that serves TLS, answers OPTIONS and refuses every call with 488. */
public final class KamailioTls implements AutoCloseable {
  /** Its address. */
  public static final String HOST = OwnPlace.host();

  private final Process process;
  private final int port;

  private KamailioTls(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Skips the tests where it is not installed, except in continuous integration. */
  public static void require() {
    Installed.require("kamailio", "kamailio kamailio-tls-modules");
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param version its tls_method, for example {@code TLSv1.2+}
   * @param verify whether it demands a certificate
   * @param authority whom it trusts
   * @param issued its own certificate
   */
  public static KamailioTls start(
      String version, boolean verify, TestAuthority authority, TestAuthority.Issued issued)
      throws Exception {
    int port = OwnPlace.next().getPort();
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/tls.cfg"))
            .replace("ADDRESS", HOST + ":" + port)
            .replace("VERSION", version)
            .replace("CERTIFICATE", issued.certificate().toString())
            .replace("KEY", issued.key().toString())
            .replace("AUTHORITY", authority.file().toString())
            .replace("VERIFY", verify ? "1" : "0");
    KamailioTls out = new KamailioTls(process(text), port);
    out.await();
    return out;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  private static Process process(String text) throws IOException {
    Path folder = Files.createTempDirectory("kamailio");
    Path config = Files.writeString(folder.resolve("tls.cfg"), text);
    String pid = folder.resolve("pid").toString();
    return new ProcessBuilder(
            ("kamailio -DD -E -f " + config + " -Y " + folder + " -P " + pid + " -m 32 -M 8")
                .split(" "))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void await() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try (Socket probe = new Socket(HOST, port)) {
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new AssertionError("Kamailio does not listen", e);
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
