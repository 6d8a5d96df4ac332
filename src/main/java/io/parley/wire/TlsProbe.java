package io.parley.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * Makes one TLS connection and closes it again, to see what the other side shows. Its certificate
 * is taken whatever it is, and judged afterwards, so that a bad one can be told in full.
 */
public final class TlsProbe {
  private static final int CONNECT_MILLIS = 3000;

  private TlsProbe() {}

  /**
   * Connects, handshakes, and hangs up; takes some seconds at most.
   *
   * @param bind our own address
   * @param remote where it listens
   * @param settings as calls use them
   * @throws IOException when there is no connection, or the handshake failed; the message says why
   *     and what to do
   */
  public static TlsReport of(InetAddress bind, InetSocketAddress remote, TlsSettings settings)
      throws IOException {
    try (Socket tcp = new Socket()) {
      tcp.bind(new InetSocketAddress(bind, 0));
      tcp.connect(remote, CONNECT_MILLIS);
      TlsLayer.Stream stream = new TlsLayer(settings.withoutVerification()).client(tcp);
      try (Socket secure = stream.socket()) {
        return report(stream, settings);
      }
    }
  }

  private static TlsReport report(TlsLayer.Stream stream, TlsSettings settings) throws IOException {
    SSLSession session = stream.socket().getSession();
    List<X509Certificate> chain = chain(session.getPeerCertificates());
    return new TlsReport(
        session.getProtocol(),
        session.getCipherSuite(),
        settings.peerName().filter(n -> IpLiteral.parse(n).isEmpty()),
        settings.peerName(),
        chain,
        stream.asked() != TlsVerdict.Asked.NO,
        settings.identity().isPresent(),
        objection(chain, settings));
  }

  private static List<X509Certificate> chain(Certificate[] shown) {
    return Arrays.stream(shown)
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static Optional<TlsReport.Objection> objection(
      List<X509Certificate> chain, TlsSettings settings) throws IOException {
    TlsSettings unnamed =
        new TlsSettings(
            Optional.empty(), settings.authorities(), true, Optional.empty(), settings.mutual());
    try {
      new PeerCheck(unnamed).checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
      return Optional.empty();
    } catch (PeerCheck.Untrusted e) {
      return Optional.of(new TlsReport.Objection(e.failure(), e.detail()));
    } catch (CertificateException e) {
      return Optional.of(
          new TlsReport.Objection(TlsFailure.BAD_CERTIFICATE, String.valueOf(e.getMessage())));
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }
}
