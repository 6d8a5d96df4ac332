package io.parley.sdp;

import io.parley.model.CryptoSpec;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One {@code a=crypto} line (RFC 4568 §4).
 *
 * @param line 1-based line number
 * @param tag the tag as written
 * @param suite crypto-suite name as written
 * @param keyParams for example {@code inline:<base64>|2^31}
 * @param sessionParams what follows; empty text for none
 */
public record Crypto(int line, String tag, String suite, String keyParams, String sessionParams) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String INLINE = "inline:";

  /** Keys for a suite we do not know are as long as those of the mandatory one. */
  private static final int DEFAULT_KEY_BYTES = 30;

  /**
   * A line as a spec wants it.
   *
   * @param tag the tag where the spec says none
   */
  static Crypto of(CryptoSpec spec, String tag) {
    String suite = Mutations.wire(spec.suite());
    byte[] bytes =
        new byte[spec.keyBytes().orElse(CryptoSuite.keyBytes(suite).orElse(DEFAULT_KEY_BYTES))];
    RANDOM.nextBytes(bytes);
    String key =
        spec.key().map(Mutations::wire).orElseGet(() -> Base64.getEncoder().encodeToString(bytes));
    String behind =
        spec.lifetime().map(l -> "|" + l).orElse("") + spec.mki().map(m -> "|" + m).orElse("");
    return new Crypto(
        0,
        Mutations.wire(spec.tag().orElse(tag)),
        suite,
        INLINE + key + Mutations.wire(behind),
        spec.session().map(Mutations::wire).orElse(""));
  }

  static Optional<Crypto> read(SdpLine line) {
    return line.attribute("crypto")
        .map(v -> v.split("\\s+", 4))
        .filter(f -> f.length >= 3)
        .map(f -> new Crypto(line.number(), f[0], f[1], f[2], f.length > 3 ? f[3] : ""));
  }

  /** Why the line must not be used (RFC 4568 §5.1.2, §6.1); empty when it is good. */
  public Optional<String> fault() {
    OptionalInt wanted = CryptoSuite.keyBytes(suite);
    if (!tag.matches("\\d{1,9}")) {
      return Optional.of("tag '" + tag + "' is not a number of 1 to 9 digits (RFC 4568 §9.1)");
    }
    if (wanted.isEmpty()) {
      return Optional.of("unknown suite '" + suite + "'");
    }
    if (!keyParams.startsWith(INLINE)) {
      return Optional.of("key method is not inline (RFC 4568 §6.1)");
    }
    return keyFault(wanted.getAsInt()).or(this::parameterFault);
  }

  /** Session parameters that RFC 4568 §6.3 defines. */
  private static final Set<String> SESSION_PARAMETERS =
      Set.of(
          "KDR",
          "UNENCRYPTED_SRTP",
          "UNENCRYPTED_SRTCP",
          "UNAUTHENTICATED_SRTP",
          "FEC_ORDER",
          "FEC_KEY",
          "WSH");

  /** One that is not known may be passed over only where it begins with '-' (RFC 4568 §6.3.7). */
  private Optional<String> parameterFault() {
    return Arrays.stream(sessionParams.strip().split("\\s+"))
        .map(p -> p.split("=")[0])
        .filter(p -> !p.isEmpty() && !p.startsWith("-") && !SESSION_PARAMETERS.contains(p))
        .findFirst()
        .map(p -> "unknown session parameter '" + p + "' (RFC 4568 §5.1.2)");
  }

  private Optional<String> keyFault(int wanted) {
    OptionalInt length = keyLength();
    if (length.isEmpty()) {
      return Optional.of("the key is not base64 (RFC 4568 §6.1)");
    }
    return length.getAsInt() == wanted
        ? Optional.empty()
        : Optional.of(
            "key and salt are " + length.getAsInt() + " bytes, " + suite + " needs " + wanted);
  }

  /** Length of key and salt in bytes; empty where they are not base64 or not inline. */
  public OptionalInt keyLength() {
    if (!keyParams.startsWith(INLINE)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Base64.getDecoder().decode(key()).length);
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  /** The lifetime behind the key as written; empty text where there is none (RFC 4568 §6.1). */
  public String lifetime() {
    String[] part = keyParams.split(";")[0].split("\\|");
    return part.length > 1 && part[1].indexOf(':') < 0 ? part[1] : "";
  }

  /** More keys may follow after ';', lifetime and MKI after '|'. */
  private String key() {
    String inline = keyParams.substring(INLINE.length());
    return inline.isEmpty() ? "" : inline.split(";", -1)[0].split("\\|", -1)[0];
  }

  /** Whether it may be used. */
  public boolean isValid() {
    return fault().isEmpty();
  }

  /** The attribute as it is written after {@code a=}. */
  String attribute() {
    return "crypto:"
        + tag
        + " "
        + suite
        + " "
        + keyParams
        + (sessionParams.isEmpty() ? "" : " " + sessionParams);
  }

  /** Tag and suite, never the key. */
  @Override
  public String toString() {
    return "crypto " + tag + " " + suite;
  }
}
