package io.parley.wire;

/** By which rules the names and the usage of a certificate are judged. */
public enum CertificateRules {
  /**
   * Names of subjectAltName, the common name where it has none, a wildcard for the first label; an
   * extended key usage, if there is any, names serverAuth (RFC 5922 §7.2, RFC 2818 §3.1).
   */
  USUAL,
  /**
   * As Microsoft Teams Direct Routing holds an SBC's certificate: the SBC's FQDN in the common name
   * or in subjectAltName, a wildcard for exactly one label, serverAuth in the extended key usage.
   */
  TEAMS,
  /** The letter of RFC 5922 §7.2: no wildcards. */
  RFC5922
}
