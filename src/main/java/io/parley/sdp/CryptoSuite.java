package io.parley.sdp;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Crypto suites for SDES and the length of what follows {@code inline:}, key and salt together (RFC
 * 4568 §6.2, RFC 6188 §2, RFC 7714 §14.2).
 */
public final class CryptoSuite {
  /** The suite every far end must know (RFC 4568 §6.2, RFC 3711 §8.2). */
  public static final String AES_CM_128_HMAC_SHA1_80 = "AES_CM_128_HMAC_SHA1_80";

  private static final Map<String, Integer> KEY_BYTES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(AES_CM_128_HMAC_SHA1_80, 30),
              Map.entry("AES_CM_128_HMAC_SHA1_32", 30),
              Map.entry("F8_128_HMAC_SHA1_80", 30),
              Map.entry("AES_192_CM_HMAC_SHA1_80", 38),
              Map.entry("AES_192_CM_HMAC_SHA1_32", 38),
              Map.entry("AES_256_CM_HMAC_SHA1_80", 46),
              Map.entry("AES_256_CM_HMAC_SHA1_32", 46),
              Map.entry("AEAD_AES_128_GCM", 28),
              Map.entry("AEAD_AES_256_GCM", 44)));

  private CryptoSuite() {}

  /** The names of all suites known, sorted. */
  public static List<String> names() {
    return List.copyOf(KEY_BYTES.keySet());
  }

  /** Length of key and salt in bytes; empty for a suite not known. Names are case-sensitive. */
  public static OptionalInt keyBytes(String suite) {
    Integer length = KEY_BYTES.get(suite);
    return length == null ? OptionalInt.empty() : OptionalInt.of(length);
  }
}
