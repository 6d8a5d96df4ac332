package io.parley.sdp;

import io.parley.model.DtlsSpec;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An {@code a=fingerprint} (RFC 8122 §5).
 *
 * @param hash name of the hash function as written
 * @param value the fingerprint as written; empty text where there is none
 */
public record Fingerprint(String hash, String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DEFAULT_BYTES = 32;

  /** Length in bytes of what the known functions make (RFC 8122 §5). */
  private static final Map<String, Integer> BYTES =
      Map.of("md5", 16, "sha-1", 20, "sha-224", 28, "sha-256", 32, "sha-384", 48, "sha-512", 64);

  /** A made-up fingerprint of the right length, or the one that is said. */
  static Fingerprint of(DtlsSpec spec) {
    byte[] bytes =
        new byte[BYTES.getOrDefault(spec.hash().toLowerCase(Locale.ROOT), DEFAULT_BYTES)];
    RANDOM.nextBytes(bytes);
    String fresh =
        IntStream.range(0, bytes.length)
            .mapToObj(i -> String.format("%02X", bytes[i]))
            .collect(Collectors.joining(":"));
    return new Fingerprint(
        Mutations.wire(spec.hash()), spec.fingerprint().map(Mutations::wire).orElse(fresh));
  }

  /** Reads the value of the attribute. */
  static Fingerprint read(String attribute) {
    String[] part = attribute.split("\\s+", 2);
    return new Fingerprint(part[0], part.length > 1 ? part[1].strip() : "");
  }

  /** Why it cannot be used (RFC 8122 §5); empty when it is good. */
  public Optional<String> fault() {
    Integer wanted = BYTES.get(hash.toLowerCase(Locale.ROOT));
    if (wanted == null) {
      return Optional.of("unknown hash function '" + hash + "' (RFC 8122 §5)");
    }
    if (!value.matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2})*")) {
      return Optional.of("the fingerprint is not of the form AB:CD:… (RFC 8122 §5)");
    }
    int length = (value.length() + 1) / 3;
    return length == wanted
        ? Optional.empty()
        : Optional.of("the fingerprint has " + length + " bytes, " + hash + " makes " + wanted);
  }

  /** {@code hash value}. */
  @Override
  public String toString() {
    return hash + " " + value;
  }
}
