package io.parley.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How we speak TLS.
 *
 * @param identity our certificate and key; without one we cannot accept connections, and show none
 *     when we are asked
 * @param authorities who may vouch for the other side; empty = those the Java runtime trusts
 * @param verify whether the other side's certificate is checked: chain, dates, key usage for TLS
 *     servers, and name
 * @param peerName the name its certificate must carry (RFC 5922 §7.2), and the server name we ask
 *     for (RFC 6066 §3) when it is no address; empty = the name is not checked
 * @param mutual whether who connects to us must show a certificate, which is then checked as {@code
 *     verify} says
 * @param rules by which the other side's certificate is judged
 * @param versions of TLS that we speak, the preferred one first, as Java names them
 */
public record TlsSettings(
    Optional<TlsIdentity> identity,
    List<X509Certificate> authorities,
    boolean verify,
    Optional<String> peerName,
    boolean mutual,
    CertificateRules rules,
    List<String> versions) {

  /** Checks the other side against the authorities of the runtime; shows no certificate. */
  public static final TlsSettings DEFAULT =
      new TlsSettings(
          Optional.empty(),
          List.of(),
          true,
          Optional.empty(),
          false,
          CertificateRules.USUAL,
          TlsVersions.USUAL);

  /** Copies the list. */
  public TlsSettings {
    authorities = List.copyOf(authorities);
    versions = List.copyOf(versions);
  }

  /** Judges by the usual rules. */
  public TlsSettings(
      Optional<TlsIdentity> identity,
      List<X509Certificate> authorities,
      boolean verify,
      Optional<String> peerName,
      boolean mutual) {
    this(
        identity, authorities, verify, peerName, mutual, CertificateRules.USUAL, TlsVersions.USUAL);
  }

  /** The same that judges by other rules. */
  public TlsSettings by(CertificateRules other) {
    return new TlsSettings(identity, authorities, verify, peerName, mutual, other, versions);
  }

  /** The same that speaks one version only, which may be one of the past. */
  public TlsSettings only(String version) {
    return new TlsSettings(
        identity, authorities, verify, peerName, mutual, rules, List.of(version));
  }

  /** The same with another identity. */
  public TlsSettings as(TlsIdentity who) {
    return new TlsSettings(
        Optional.of(who), authorities, verify, peerName, mutual, rules, versions);
  }

  /** The same that shows no certificate. */
  public TlsSettings anonymous() {
    return new TlsSettings(
        Optional.empty(), authorities, verify, peerName, mutual, rules, versions);
  }

  /** The same that trusts only these. */
  public TlsSettings trusting(List<X509Certificate> only) {
    return new TlsSettings(identity, only, verify, peerName, mutual, rules, versions);
  }

  /** The same that expects another name. */
  public TlsSettings expecting(String name) {
    return new TlsSettings(
        identity, authorities, verify, Optional.of(name), mutual, rules, versions);
  }

  /** The same that demands a certificate of who connects. */
  public TlsSettings demandingCertificate() {
    return new TlsSettings(identity, authorities, verify, peerName, true, rules, versions);
  }

  /** The same that takes any certificate. */
  public TlsSettings withoutVerification() {
    return new TlsSettings(identity, authorities, false, peerName, mutual, rules, versions);
  }
}
