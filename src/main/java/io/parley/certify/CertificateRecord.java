package io.parley.certify;

import io.parley.report.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A certificate for programs: {@code certificate.json}. */
final class CertificateRecord {
  private static final int FORMAT = 1;

  private final Certificate certificate;
  private final EvidenceSeal seal;

  CertificateRecord(Certificate certificate, EvidenceSeal seal) {
    this.certificate = certificate;
    this.seal = seal;
  }

  /** JSON on one line. */
  String text() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("format", FORMAT);
    out.put("result", certificate.conclusion().toString());
    out.put("subject", subject(certificate.subject()));
    out.put("remarks", certificate.notes());
    out.put("obstacles", certificate.obstacles());
    out.put("reservations", certificate.reservations());
    out.put("requirements", certificate.results().stream().map(this::requirement).toList());
    out.put("facts", facts());
    out.put("evidence", Map.of("sha256", seal.sha256(), "list", CertificateFiles.SUMS));
    return Json.of(out) + "\n";
  }

  private Map<String, Object> subject(Subject s) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("phone", s.phone().id());
    out.put("title", s.phone().sheet().title());
    out.put("firmware", s.firmware());
    out.put("played-by", s.played().toString());
    out.put("sbc", s.sbc().name());
    out.put("server", s.sbc().server());
    out.put("address", s.sbc().address());
    out.put("far-end", s.farEnd());
    out.put("date", DateTimeFormatter.ISO_INSTANT.format(s.date().atOffset(ZoneOffset.UTC)));
    out.put("parley", s.version());
    return out;
  }

  private Map<String, Object> requirement(RequirementResult r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", r.requirement().id());
    out.put("title", r.requirement().title());
    out.put("weight", r.requirement().weight().toString());
    out.put("state", r.state().toString());
    out.put("reason", r.reason());
    out.put("sources", r.requirement().sources());
    out.put("rests-on", r.requirement().facts());
    out.put("proofs", r.proofs().stream().map(CertificateRecord::proof).toList());
    return out;
  }

  private static Map<String, Object> proof(Proof p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", p.name());
    out.put("verdict", p.verdict());
    out.put("finding", p.finding());
    out.put("evidence", p.folder());
    return out;
  }

  private List<Map<String, Object>> facts() {
    return certificate.subject().phone().facts().entrySet().stream()
        .map(
            e -> {
              Map<String, Object> out = new LinkedHashMap<>();
              out.put("fact", e.getKey());
              out.put("value", e.getValue().value().map(Object::toString));
              out.put("standing", e.getValue().standing());
              return out;
            })
        .toList();
  }
}
