package io.parley.report.bundle;

import io.parley.result.TranscriptEntry;
import io.parley.wire.Flow;
import io.parley.wire.TlsSession;
import java.net.InetAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways that the messages of a case took: addresses, ports, transport, TLS. */
final class Network {
  private Network() {}

  static Page.Section of(List<TranscriptEntry> transcript) {
    Map<Flow, TranscriptEntry> flows = new LinkedHashMap<>();
    transcript.forEach(e -> flows.putIfAbsent(e.frame().flow(), e));
    Rows rows = new Rows();
    flows.forEach((flow, entry) -> way(rows, flow, entry));
    if (flows.isEmpty()) {
      rows.add("messages", "nothing crossed the wire");
    }
    return rows.section("Transport and network");
  }

  private static void way(Rows rows, Flow flow, TranscriptEntry entry) {
    rows.add(
        entry.actor(),
        flow.transport()
            + ", Parley "
            + Flow.text(flow.local())
            + ", SBC "
            + Flow.text(flow.remote()));
    InetAddress local = flow.local().getAddress();
    rows.add("  interface", Optional.ofNullable(local).flatMap(LocalInterface::of));
    entry.frame().session().ifPresent(s -> tls(rows, s));
  }

  private static void tls(Rows rows, TlsSession session) {
    rows.add("  TLS", session.protocol() + ", " + session.cipher());
    rows.add("  it showed", session.peer().map(Network::words).orElse("no certificate"));
    rows.add("  we showed", session.own().map(Network::words).orElse("no certificate"));
  }

  private static String words(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName()
        + "\nissued by "
        + certificate.getIssuerX500Principal().getName()
        + "\nvalid from "
        + certificate.getNotBefore().toInstant()
        + " to "
        + certificate.getNotAfter().toInstant()
        + "\nSHA-256 "
        + fingerprint(certificate);
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return Checksums.sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      return "unknown: " + e.getMessage();
    }
  }
}
