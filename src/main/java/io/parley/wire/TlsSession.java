package io.parley.wire;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What the two ends of a TLS connection agreed on (RFC 8446 §4.1), kept with each message that went
 * over it.
 *
 * @param protocol negotiated version, for example {@code TLSv1.3}
 * @param cipher negotiated cipher suite, by its IANA name
 * @param peer the certificate that the other side showed; empty = it showed none
 * @param own the certificate that we showed; empty = none was asked for, or we have none
 */
public record TlsSession(
    String protocol, String cipher, Optional<X509Certificate> peer, Optional<X509Certificate> own) {

  /** What a handshake that is over left behind. */
  static TlsSession of(SSLSession session) {
    return new TlsSession(
        session.getProtocol(),
        session.getCipherSuite(),
        peer(session),
        first(session.getLocalCertificates()));
  }

  private static Optional<X509Certificate> peer(SSLSession session) {
    try {
      return first(session.getPeerCertificates());
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty(); // a client need not show one
    }
  }

  private static Optional<X509Certificate> first(java.security.cert.Certificate[] chain) {
    List<java.security.cert.Certificate> all = chain == null ? List.of() : Arrays.asList(chain);
    return all.stream()
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .findFirst();
  }
}
