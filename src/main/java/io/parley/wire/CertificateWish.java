package io.parley.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a test certificate is to say.
 *
 * @param commonName the subject's CN
 * @param names DNS names and addresses in subjectAltName
 * @param server whether it may be used by a TLS server (extended key usage serverAuth)
 * @param client whether it may be used by a TLS client (clientAuth)
 * @param from valid from
 * @param to valid to
 */
public record CertificateWish(
    String commonName,
    List<String> names,
    boolean server,
    boolean client,
    Instant from,
    Instant to) {
  private static final Duration DAY = Duration.ofDays(1);

  /** Long enough that nobody is told to renew what a run made for itself. */
  private static final Duration LIFE = Duration.ofDays(90);

  /** Copies the list. */
  public CertificateWish {
    names = List.copyOf(names);
  }

  /** Nothing wrong with it: both usages, valid for a day. */
  public static CertificateWish good(String... names) {
    Instant now = Instant.now();
    return new CertificateWish(
        names[0], List.of(names), true, true, now.minus(DAY), now.plus(LIFE));
  }

  /** The same whose time ended an hour ago. */
  public CertificateWish expired() {
    Instant end = Instant.now().minus(Duration.ofHours(1));
    return new CertificateWish(commonName, names, server, client, end.minus(DAY), end);
  }

  /** The same that may be used by TLS clients only. */
  public CertificateWish clientOnly() {
    return new CertificateWish(commonName, names, false, true, from, to);
  }
}
