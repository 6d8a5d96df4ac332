package io.parley.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What one TLS handshake showed, whether or not we would have taken the certificate.
 *
 * @param protocol negotiated version, for example {@code TLSv1.3}
 * @param cipher negotiated cipher suite
 * @param serverName the name that we asked for (RFC 6066 §3); empty = an address, which is not sent
 * @param expected the name its certificate must carry; empty = any
 * @param chain the certificates it showed, its own first
 * @param asked whether it asked for a certificate of ours
 * @param shown whether we have one to show
 * @param objection what our checks say of its chain, dates and key usage, names aside; empty =
 *     nothing
 */
public record TlsReport(
    String protocol,
    String cipher,
    Optional<String> serverName,
    Optional<String> expected,
    List<X509Certificate> chain,
    boolean asked,
    boolean shown,
    Optional<Objection> objection) {

  /**
   * Why we would not take its certificate.
   *
   * @param failure what is wrong
   * @param detail whose certificate, or which names
   */
  public record Objection(TlsFailure failure, String detail) {}

  /** Whether its certificate carries the name that is expected; true where none is. */
  public boolean carriesName() {
    return expected.isEmpty() || PeerName.matches(chain.get(0), expected.get());
  }

  /** The names that its certificate stands for (RFC 5922 §7.1). */
  public List<String> names() {
    return PeerName.names(chain.get(0));
  }
}
