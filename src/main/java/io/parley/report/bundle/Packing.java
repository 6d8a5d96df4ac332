package io.parley.report.bundle;

import io.parley.report.CaseEvidence;
import io.parley.report.EvidenceScope;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.time.ZoneId;

/** Makes the evidence of each case of a run as far as it is wanted, secrets masked. */
public final class Packing {
  private final Secrets secrets;
  private final EvidenceScope scope;
  private final Bundles bundles;

  /**
   * The evidence of a run.
   *
   * @param run what it is about
   * @param secrets what is masked, in the run's own words too
   * @param scope what is kept
   */
  public Packing(RunInfo run, Secrets secrets, EvidenceScope scope) {
    this.secrets = secrets;
    this.scope = scope;
    this.bundles = new Bundles(secrets.mask(run), ZoneId.systemDefault());
  }

  /** The evidence of a finished case; without artifacts where none is kept. */
  public CaseEvidence of(CaseResult result) {
    if (!scope.keepsFiles()) {
      return CaseEvidence.none(result, secrets);
    }
    CaseEvidence evidence = CaseEvidence.of(result, secrets);
    return scope.bundles(result) ? bundles.with(evidence) : evidence;
  }
}
