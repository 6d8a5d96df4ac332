package io.parley.diagnosis;

import io.parley.model.Advice;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a finding usually means. What the scenario says of just this comes first; then what
 * says more of the target than of the scenario, 503 for example; then what the scenario says of its
 * failures in general; then what is known of that sort of finding.
 */
public final class Diagnosis {
  private static final String TARGET = "diagnosis/target.yaml";
  private static final String FINDINGS = "diagnosis/findings.yaml";

  /** Where the target did otherwise than the scenario says, so that the scenario knows why. */
  private static final Set<FindingKind> OF_THE_SCENARIO =
      EnumSet.of(
          FindingKind.STATUS,
          FindingKind.NOT_RECEIVED,
          FindingKind.NOT_REPAIRED,
          FindingKind.CHECK,
          FindingKind.HEADER,
          FindingKind.SDP,
          FindingKind.REPETITION);

  private final List<Entry> target;
  private final List<Entry> findings;

  private Diagnosis(List<Entry> target, List<Entry> findings) {
    this.target = target;
    this.findings = findings;
  }

  /** The tables we ship; read once. */
  public static Diagnosis shipped() {
    return Shipped.TABLES_READ;
  }

  /** The finding with the likely cause, the next step and who takes it, where that is known. */
  public Finding of(Finding finding, Circumstances circumstances) {
    Optional<Advice> own =
        advice(finding, circumstances, true)
            .or(() -> entry(target, finding, circumstances).map(Entry::advice))
            .or(() -> advice(finding, circumstances, false))
            .or(() -> entry(findings, finding, circumstances).map(Entry::advice));
    return own.map(a -> finding.withDiagnosis(a.name(), a.cause(), a.next(), a.owner()))
        .orElse(finding);
  }

  /** What the scenario says of it. */
  private static Optional<Advice> advice(Finding finding, Circumstances known, boolean exactly) {
    return known.advice().stream().filter(a -> fits(a, finding, known, exactly)).findFirst();
  }

  private static boolean fits(Advice a, Finding finding, Circumstances known, boolean exactly) {
    if (a.on().isEmpty()) {
      return !exactly && OF_THE_SCENARIO.contains(finding.kind());
    }
    boolean status = finding.kind() == FindingKind.STATUS;
    return a.on().stream()
        .anyMatch(
            on ->
                on.equals(Advice.word(finding.kind()))
                    || status && known.came(on) && exactly != on.endsWith("xx"));
  }

  private static Optional<Entry> entry(
      List<Entry> table, Finding finding, Circumstances circumstances) {
    return table.stream().filter(e -> e.holds(finding, circumstances)).findFirst();
  }

  /** What is known without the scenario. */
  Optional<Entry> entry(Finding finding, Circumstances circumstances) {
    return entry(target, finding, circumstances).or(() -> entry(findings, finding, circumstances));
  }

  /** The entries of both tables. */
  List<Entry> entries() {
    return java.util.stream.Stream.concat(target.stream(), findings.stream()).toList();
  }

  /** Read when the first finding needs it, not at the start of every run. */
  private static final class Shipped {
    static final Diagnosis TABLES_READ =
        new Diagnosis(
            ShippedTable.read(TARGET, Entry.class), ShippedTable.read(FINDINGS, Entry.class));
  }
}
