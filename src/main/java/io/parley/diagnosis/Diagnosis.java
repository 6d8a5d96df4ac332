package io.parley.diagnosis;

import io.parley.model.Finding;
import java.util.List;
import java.util.Optional;

/** Tells from a table what a finding usually means. */
public final class Diagnosis {
  private static final String TABLE = "diagnosis/findings.yaml";

  private final List<Entry> entries;

  private Diagnosis(List<Entry> entries) {
    this.entries = entries;
  }

  /** The table we ship; read once. */
  public static Diagnosis shipped() {
    return Shipped.TABLE_READ;
  }

  /** The finding with the likely cause, the next step and who takes it, where the table knows. */
  public Finding of(Finding finding, Circumstances circumstances) {
    return entry(finding, circumstances)
        .map(e -> finding.withDiagnosis(e.name(), e.cause(), e.next(), e.owner()))
        .orElse(finding);
  }

  Optional<Entry> entry(Finding finding, Circumstances circumstances) {
    return entries.stream().filter(e -> e.holds(finding, circumstances)).findFirst();
  }

  List<Entry> entries() {
    return entries;
  }

  /** Read when the first finding needs it, not at the start of every run. */
  private static final class Shipped {
    static final Diagnosis TABLE_READ = new Diagnosis(ShippedTable.read(TABLE, Entry.class));
  }
}
