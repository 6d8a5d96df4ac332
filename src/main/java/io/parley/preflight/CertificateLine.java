package io.parley.preflight;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One certificate in a line: whose, by whom, and for how long still.
 *
 * @param now what its dates are compared with
 */
record CertificateLine(Instant now) {
  /** A certificate that ends sooner is worth a note. */
  private static final Duration SOON = Duration.ofDays(30);

  CheckLine of(String subject, X509Certificate certificate) {
    Instant end = certificate.getNotAfter().toInstant();
    String whose =
        certificate.getSubjectX500Principal().getName()
            + ", issued by "
            + certificate.getIssuerX500Principal().getName();
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return CheckLine.of(
          CheckLine.State.UNREACHABLE,
          subject,
          whose + ", not valid before " + day(certificate.getNotBefore().toInstant()),
          "Check the clocks of both sides.");
    }
    if (!end.isAfter(now)) {
      return CheckLine.of(
          CheckLine.State.UNREACHABLE,
          subject,
          whose + ", expired on " + day(end) + ", " + days(Duration.between(end, now)) + " ago",
          "Renew it.");
    }
    Duration left = Duration.between(now, end);
    String found = whose + ", until " + day(end) + ", " + days(left) + " left";
    return left.compareTo(SOON) < 0
        ? CheckLine.of(CheckLine.State.NOTE, subject, found, "Renew it soon.")
        : CheckLine.ok(subject, found);
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String days(Duration time) {
    return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
  }
}
