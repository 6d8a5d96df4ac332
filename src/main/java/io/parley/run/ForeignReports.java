package io.parley.run;

import io.parley.report.CaseEvidence;
import io.parley.report.CaseReport;
import io.parley.report.EvidenceFolder;
import io.parley.report.EvidenceScope;
import io.parley.report.FindingText;
import io.parley.report.RunRecord;
import io.parley.report.Secrets;
import io.parley.report.allure.RunningResult;
import io.parley.report.bundle.Packing;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import java.nio.file.Path;
import java.util.List;

/**
 * What is written where the tests are another project's: evidence and run record in a folder of
 * ours, and the case into Allure's result, where Allure listens. JUnit XML is what runs the tests'.
 */
final class ForeignReports implements RunListener {
  private final Path folder;
  private final Path evidence;
  private final Secrets secrets;
  private final List<CaseReport> reports;
  private Packing packing;

  /**
   * Reports below a folder.
   *
   * @param folder made when the run starts
   * @param secrets what is masked
   */
  ForeignReports(Path folder, Secrets secrets) {
    this.folder = folder;
    this.evidence = folder.resolve("evidence");
    this.secrets = secrets;
    this.reports =
        List.of(
            new EvidenceFolder(evidence),
            new RunRecord(folder.resolve("run.json"), secrets),
            new RunningResult());
  }

  @Override
  public void runStarted(RunInfo run) {
    OutputFolder.require(folder);
    reports.forEach(r -> r.runStarted(secrets.mask(run)));
    packing = new Packing(run, secrets, EvidenceScope.FAILED);
  }

  @Override
  public void caseFinished(CaseResult result) {
    CaseEvidence finished = packing.of(result);
    reports.forEach(r -> r.caseFinished(finished));
  }

  @Override
  public void runFinished(boolean interrupted) {
    reports.forEach(r -> r.runFinished(interrupted));
  }

  /** What a test says that did not pass: the reason in a line; all findings and where to look. */
  CaseText text(CaseResult result) {
    CaseResult masked = secrets.mask(result);
    Path folder = evidence.resolve(EvidenceFolder.name(result.played().id()));
    return new CaseText(
        result.played() + ": " + FindingText.headline(masked),
        FindingText.of(masked) + "evidence: " + folder);
  }
}
