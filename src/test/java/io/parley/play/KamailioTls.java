package io.parley.play;

import io.parley.peer.KamailioProcess;
import io.parley.peer.OwnPlace;
import io.parley.wire.Flow;
import io.parley.wire.TestAuthority;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running Kamailio that serves TLS, answers OPTIONS and refuses every call with 488. */
public final class KamailioTls implements AutoCloseable {
  /** Its address. */
  public static final String HOST = OwnPlace.host();

  private final KamailioProcess process;
  private final int port;

  private KamailioTls(KamailioProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Skips the tests where it is not installed, except in continuous integration. */
  public static void require() {
    KamailioProcess.require();
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
    InetSocketAddress place = OwnPlace.next();
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/tls.cfg"))
            .replace("ADDRESS", Flow.text(place))
            .replace("VERSION", version)
            .replace("CERTIFICATE", issued.certificate().toString())
            .replace("KEY", issued.key().toString())
            .replace("AUTHORITY", authority.file().toString())
            .replace("VERIFY", verify ? "1" : "0");
    return new KamailioTls(KamailioProcess.start(text, place), place.getPort());
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
