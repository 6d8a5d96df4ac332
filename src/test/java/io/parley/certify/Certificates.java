package io.parley.certify;

import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.yaml.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates to look at. */
final class Certificates {
  private Certificates() {}

  static Requirement requirement(String id, Weight weight, String... facts) {
    return new Requirement(
        id, "Requirement " + id, weight, List.of("RFC 3261 §13"), List.of(facts));
  }

  static RequirementResult met(String id, Weight weight, String... facts) {
    return new RequirementResult(
        requirement(id, weight, facts),
        State.MET,
        Optional.empty(),
        List.of(
            new Proof(
                id + "@x", "passed", Optional.empty(), Optional.of("evidence/" + id + "@x"))));
  }

  static RequirementResult of(String id, Weight weight, State state, String reason) {
    return new RequirementResult(requirement(id, weight), state, Optional.of(reason), List.of());
  }

  static Certificate of(Subject subject, RequirementResult... results) {
    return new Certificate(subject, List.of(results), List.of());
  }

  static Subject subject(String phone) {
    return subject(phone, Optional.of("1.0"));
  }

  static Subject subject(String phone, Optional<String> firmware) {
    Phone found = new Phones(Path.of("scenarios/phones")).find(phone, new Problems()).orElseThrow();
    return new Subject(
        found,
        firmware,
        Subject.Played.BY_PARLEY,
        new Sbc("Lab SBC", Optional.of("Lab/1.0"), "127.0.0.1:5060"),
        Optional.of("sipconnect"),
        Instant.parse("2026-11-21T06:00:00Z"),
        "0.1.0");
  }
}
