package io.parley.preflight;

import io.parley.wire.TlsFailure;
import io.parley.wire.TlsProbe;
import io.parley.wire.TlsReport;
import io.parley.wire.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a TLS connection shows: versions, each certificate, who vouches for it, its name, and
 * whether ours is wanted. What would end a call's handshake is told with what to change.
 *
 * @param settings as calls use them
 * @param bind our own address
 * @param now what dates are compared with
 */
record TlsCheck(TlsSettings settings, InetAddress bind, Instant now) {
  private static final Set<TlsFailure> DATES = Set.of(TlsFailure.EXPIRED, TlsFailure.NOT_YET_VALID);

  /** The lines, in the order in which a handshake goes. */
  List<CheckLine> of(InetSocketAddress remote) {
    long started = System.nanoTime();
    try {
      TlsReport report = TlsProbe.of(bind, remote, settings);
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      return lines(report, took);
    } catch (IOException e) {
      return List.of(handshake(String.valueOf(e.getMessage())));
    }
  }

  /** The message of a failed handshake is what happened, then what to do. */
  private static CheckLine handshake(String message) {
    String words = message.startsWith("TLS: ") ? message.substring("TLS: ".length()) : message;
    int end = words.indexOf(". ");
    return CheckLine.of(
        CheckLine.State.UNREACHABLE,
        "TLS",
        end < 0 ? words : words.substring(0, end),
        end < 0 ? "See the log of the SBC." : words.substring(end + 2));
  }

  private List<CheckLine> lines(TlsReport report, Duration took) {
    List<CheckLine> out = new ArrayList<>();
    out.add(CheckLine.ok("TLS", report.protocol() + ", " + report.cipher()).after(took));
    out.add(serverName(report));
    CertificateLine dates = new CertificateLine(now);
    report.chain().forEach(c -> out.add(dates.of("certificate", c)));
    chain(report).ifPresent(out::add);
    name(report).ifPresent(out::add);
    out.add(client(report));
    settings.identity().ifPresent(i -> out.add(dates.of("own cert", i.chain().get(0))));
    return out;
  }

  private static CheckLine serverName(TlsReport report) {
    return report
        .serverName()
        .map(n -> CheckLine.ok("SNI", "asked for " + n))
        .orElse(
            CheckLine.note(
                "SNI", "asked for no name: the target is an address ('tls: { server-name }')"));
  }

  /** Dates have their own lines. */
  private Optional<CheckLine> chain(TlsReport report) {
    if (report.objection().isEmpty()) {
      return Optional.of(CheckLine.ok("chain", vouched(report.chain())));
    }
    TlsReport.Objection objection = report.objection().get();
    return DATES.contains(objection.failure())
        ? Optional.empty()
        : Optional.of(failed("chain", objection.failure(), objection.failure().words()));
  }

  private String vouched(List<X509Certificate> chain) {
    String issuer = chain.get(chain.size() - 1).getIssuerX500Principal().getName();
    String where = settings.authorities().isEmpty() ? "an authority that Java trusts" : "tls: ca";
    return "vouched for by " + where + ": " + issuer;
  }

  private Optional<CheckLine> name(TlsReport report) {
    return report
        .expected()
        .map(
            wanted ->
                report.carriesName()
                    ? CheckLine.ok("host name", "the certificate is for " + wanted)
                    : failed(
                        "host name",
                        TlsFailure.WRONG_NAME,
                        "the certificate is for "
                            + String.join(", ", report.names())
                            + ", not for "
                            + wanted));
  }

  /** Where the target file says that nothing is checked, it is worth knowing only. */
  private CheckLine failed(String subject, TlsFailure failure, String found) {
    return settings.verify()
        ? CheckLine.of(CheckLine.State.UNREACHABLE, subject, found, failure.advice())
        : CheckLine.note(subject, found + " (not checked: tls: verify: false)");
  }

  private static CheckLine client(TlsReport report) {
    if (!report.asked()) {
      return CheckLine.ok("client cert", "not asked for");
    }
    return report.shown()
        ? CheckLine.ok("client cert", "asked for, and ours was taken")
        : CheckLine.of(
            CheckLine.State.NOTE,
            "client cert",
            "asked for, and we showed none; the handshake went on",
            TlsFailure.CERTIFICATE_REQUIRED.advice());
  }
}
