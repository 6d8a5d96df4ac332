package io.parley.sdp;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Session id and version of the {@code o=} line (RFC 8866 §5.2). The id stays for the life of a
 * call; the version grows by one with every changed description (RFC 3264 §8).
 *
 * @param id session id, not negative
 * @param version session version, not negative
 */
public record SdpSession(long id, long version) {

  /** A new session, version 1. */
  public static SdpSession fresh() {
    return new SdpSession(ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE), 1);
  }

  /** The same session, changed once more. */
  public SdpSession next() {
    return new SdpSession(id, version + 1);
  }

  /** Reads an {@code o=} line; empty where the numbers cannot be read. */
  static Optional<SdpSession> read(SdpLine line) {
    String[] field = line.value().split(" ");
    if (field.length < 3 || !field[1].matches("\\d{1,18}") || !field[2].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new SdpSession(Long.parseLong(field[1]), Long.parseLong(field[2])));
  }
}
