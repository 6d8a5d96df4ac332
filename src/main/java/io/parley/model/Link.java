package io.parley.model;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * How an actor's messages travel, besides the transport.
 *
 * @param certificate the certificate it shows over TLS; empty = the target file's
 * @param family the addresses it uses; empty = the target's
 * @param connection whose connections it uses
 * @param tls the one version of TLS that it speaks; empty = 1.2 and 1.3
 * @param bind from where it sends
 */
public record Link(
    Optional<Certificate> certificate,
    Optional<Family> family,
    Connection connection,
    Optional<TlsVersion> tls,
    Bind bind) {
  /** As the target file says. */
  public static final Link USUAL =
      new Link(Optional.empty(), Optional.empty(), Connection.SHARED, Optional.empty(), Bind.USUAL);

  /** Whether it needs a port of its own. */
  public boolean isOwn() {
    return certificate.isPresent()
        || tls.isPresent()
        || connection == Connection.OWN
        || bind == Bind.UNLISTED;
  }

  /** From which address of this machine an actor sends. */
  public enum Bind {
    /** From that of all callers, which the target knows. */
    USUAL,
    /** From one that is not on the target's access list. */
    UNLISTED
  }

  /** A version of TLS, as RFC 8996 and Java name it. */
  public enum TlsVersion {
    V1_0("TLSv1"),
    V1_1("TLSv1.1"),
    V1_2("TLSv1.2"),
    V1_3("TLSv1.3");

    private final String text;

    TlsVersion(String text) {
      this.text = text;
    }

    /** {@code TLSv1.2}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** Whose connections an actor uses (RFC 3261 §18, RFC 5923). */
  public enum Connection {
    /** Those that all callers of the run share. */
    SHARED,
    /** A port of its own, and over TCP and TLS a connection that no other call uses. */
    OWN
  }

  /** A version of the Internet protocol. */
  public enum Family {
    IPV4("IPv4", 4),
    IPV6("IPv6", 16);

    private final String words;
    private final int bytes;

    Family(String words, int bytes) {
      this.words = words;
      this.bytes = bytes;
    }

    /** The one an address belongs to. */
    public static Family of(InetAddress address) {
      return address.getAddress().length == IPV4.bytes ? IPV4 : IPV6;
    }

    /** {@code IPv6}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** A certificate that a far end must not take. */
  public enum Certificate {
    /** None is shown. */
    NONE,
    /** Its time is over. */
    EXPIRED,
    /** It signs itself. */
    SELF_SIGNED,
    /** It is for another name. */
    WRONG_NAME,
    /** It is for any name one label short of the right one (RFC 2818 §3.1). */
    WIDE_WILDCARD,
    /** An authority signed it that nobody trusts. */
    UNKNOWN_AUTHORITY,
    /** Its extended key usage is for TLS clients only. */
    CLIENT_ONLY,
    /**
     * It is shown without that of the authority between it and the trusted one (RFC 5246 §7.4.2).
     */
    INCOMPLETE_CHAIN;

    /** As files have it: {@code self-signed}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
