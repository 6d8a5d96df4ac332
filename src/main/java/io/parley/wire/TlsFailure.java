package io.parley.wire;

import java.util.EnumSet;
import java.util.Set;

/** Why a TLS handshake failed, and what to do about it. */
public enum TlsFailure {
  /** Its certificate's time is over. */
  EXPIRED("the other side's certificate has expired", "Renew it there."),
  /** Its certificate's time has not come. */
  NOT_YET_VALID("the other side's certificate is not valid yet", "Check both clocks."),
  /** Signed by itself and not by an authority. */
  SELF_SIGNED(
      "the other side's certificate is self-signed",
      "Have it signed by an authority, or name the certificate itself under tls: ca."),
  /** Nobody we trust vouches for it. */
  UNKNOWN_AUTHORITY(
      "the other side's certificate is signed by an authority that we do not trust",
      "Name its authority under tls: ca; where an intermediate certificate is missing, install it"
          + " on the other side."),
  /** It belongs to somebody else. */
  WRONG_NAME(
      "the other side's certificate is for another name",
      "Reissue it with the name, or say under tls: server-name which name to expect."),
  /** Its extended key usage does not allow what it is used for. */
  WRONG_USAGE(
      "the other side's certificate may not be used for TLS servers (extended key usage)",
      "Reissue it with serverAuth."),
  /** Not acceptable for another reason. */
  BAD_CERTIFICATE("the other side's certificate is not acceptable", "Reissue it."),
  /** It asked for a certificate and we have none. */
  CERTIFICATE_REQUIRED(
      "the other side demands a client certificate and we showed none",
      "Name one under tls: certificate and tls: key."),
  /** It does not take the one we have. */
  CERTIFICATE_REFUSED(
      "the other side refused our certificate",
      "Check its authority, dates, names and key usage against what the other side trusts."),
  /** We asked for one and it has none. */
  NO_CLIENT_CERTIFICATE(
      "the other side showed no certificate though we demand one",
      "Configure its client certificate (mutual TLS)."),
  /** No protocol version in common. */
  PROTOCOL_VERSION(
      "no TLS version in common with the other side",
      "Allow TLS 1.2 or 1.3 there: we speak these unless a scenario says tls-version."),
  /** No cipher suite or group in common. */
  NOTHING_IN_COMMON(
      "the other side found no cipher suite or key exchange in common",
      "Allow ECDHE with AES-GCM there, and see that its certificate suits the suites."),
  /** It does not know the server name that we asked for. */
  UNKNOWN_SERVER_NAME(
      "the other side does not serve the name that we asked for", "Check tls: server-name."),
  /** It speaks something else. */
  NOT_TLS(
      "the other side does not speak TLS on this port", "Check the port: 5061 is usual for TLS."),
  /** It says nothing. */
  SILENT(
      "no answer to the TLS handshake",
      "Check the port: a port for plain TCP waits for SIP and stays silent."),
  /** It hung up. */
  CLOSED(
      "the other side closed the connection during the TLS handshake",
      "Check that the port is for TLS, and its log for what it did not like."),
  /** Anything else. */
  OTHER("the TLS handshake failed", "See the log of the other side.");

  /** How every such reason begins. */
  static final String PREFIX = "TLS: ";

  private static final Set<TlsFailure> THEIRS =
      EnumSet.of(
          EXPIRED,
          NOT_YET_VALID,
          SELF_SIGNED,
          UNKNOWN_AUTHORITY,
          WRONG_NAME,
          WRONG_USAGE,
          BAD_CERTIFICATE,
          NO_CLIENT_CERTIFICATE);

  private final String words;
  private final String advice;

  TlsFailure(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  /** Whether a reason in words tells that the other side's certificate was not taken. */
  public static boolean isOfTheirCertificate(String reason) {
    return THEIRS.stream().anyMatch(f -> reason.startsWith(PREFIX + f.words));
  }

  /** What happened. */
  public String words() {
    return words;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }
}
