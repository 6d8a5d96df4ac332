package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the {@code a=crypto} lines of a stream must be (RFC 4568). */
public sealed interface CryptoCheck {

  /** Exactly these, in this order; no lines at all where the list is empty. */
  record Exactly(List<Line> lines) implements CryptoCheck {}

  /** One of them, whichever, is so. */
  record Some(Line line) implements CryptoCheck {}

  /**
   * One line; an empty field asks nothing.
   *
   * @param tag the tag as written
   * @param suite the crypto suite as written
   * @param keyBytes length of key and salt in bytes
   * @param lifetime what follows the key behind a bar, as written
   * @param session the session parameters as written; empty text = none
   */
  record Line(
      Optional<String> tag,
      Optional<String> suite,
      OptionalInt keyBytes,
      Optional<String> lifetime,
      Optional<String> session) {

    /** {@code crypto 1 AES_CM_128_HMAC_SHA1_80, 30 bytes}: what is asked. */
    @Override
    public String toString() {
      return "crypto"
          + tag.map(t -> " " + t).orElse("")
          + suite.map(s -> " " + s).orElse("")
          + (keyBytes.isPresent() ? ", " + keyBytes.getAsInt() + " bytes" : "")
          + lifetime.map(l -> ", lifetime " + l).orElse("")
          + session.map(s -> ", session parameters '" + s + "'").orElse("");
    }
  }
}
