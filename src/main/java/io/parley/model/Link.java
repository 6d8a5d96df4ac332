package io.parley.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How an actor's messages travel, besides the transport.
 *
 * @param certificate the certificate it shows over TLS; empty = the target file's
 */
public record Link(Optional<Certificate> certificate) {
  /** As the target file says. */
  public static final Link USUAL = new Link(Optional.empty());

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
    /** An authority signed it that nobody trusts. */
    UNKNOWN_AUTHORITY,
    /** Its extended key usage is for TLS clients only. */
    CLIENT_ONLY;

    /** As files have it: {@code self-signed}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
