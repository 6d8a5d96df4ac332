package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One {@code a=crypto} line (RFC 4568 §4), good where nothing is said.
 *
 * @param suite crypto-suite name as written
 * @param tag the tag as written; empty = its place in the list, from 1
 * @param keyBytes length of key and salt in bytes; empty = what the suite needs
 * @param key what stands behind {@code inline:}, as written; empty = a fresh key
 * @param lifetime what follows the key behind a bar: {@code 2^31}, {@code 1048576}
 * @param mki index and length of a master key identifier: {@code 1:4}
 * @param rekey whether a fresh key is made though there was one under this tag in this session
 * @param session session parameters behind the key: {@code UNENCRYPTED_SRTCP}, {@code KDR=0}
 */
public record CryptoSpec(
    String suite,
    Optional<String> tag,
    OptionalInt keyBytes,
    Optional<String> key,
    Optional<String> lifetime,
    Optional<String> mki,
    boolean rekey,
    Optional<String> session) {

  /** Whether the key of the session so far is kept. */
  public boolean keepsKey() {
    return keyBytes.isEmpty() && key.isEmpty() && !rekey;
  }

  /** The same line under another tag. */
  public CryptoSpec withTag(String value) {
    return new CryptoSpec(suite, Optional.of(value), keyBytes, key, lifetime, mki, rekey, session);
  }

  /** The same line whose key has that lifetime; empty = it says none. */
  public CryptoSpec withLifetime(Optional<String> value) {
    return new CryptoSpec(suite, tag, keyBytes, key, value, mki, rekey, session);
  }

  /** A good line for a suite. */
  public static CryptoSpec of(String suite) {
    return new CryptoSpec(
        suite,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
