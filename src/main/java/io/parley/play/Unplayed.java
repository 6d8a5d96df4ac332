package io.parley.play;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results of cases of which nothing crossed the wire. */
final class Unplayed {
  /** Why a case that an interruption ended has no verdict. */
  static final String CUT_OFF = "not played to its end: " + CaseResult.INTERRUPTED;

  private Unplayed() {}

  /** A case that does not apply, or was not begun. */
  static CaseResult skipped(Case of, String reason, Instant started) {
    return ended(of, Verdict.SKIPPED, List.of(), Optional.of(reason), started);
  }

  /** A case that could not be tested. */
  static CaseResult broken(Case of, Finding finding, Instant started) {
    return ended(of, Verdict.BROKEN, List.of(finding), Optional.empty(), started);
  }

  /** A case that Parley itself could not play. */
  static CaseResult faulty(Case of, String what, Instant started) {
    Finding fault =
        Finding.of(FindingKind.HARNESS, of.scenario().at(), "the case to be played", what);
    return broken(of, fault, started);
  }

  /** A case that was due when everything was hung up. */
  static CaseResult cutOff(Case of, Instant started) {
    return skipped(of, CUT_OFF, started);
  }

  /** A case whose control call was refused; what is shown is the control call. */
  static CaseResult unproven(Case of, ControlDesk.Objection objection, Instant started) {
    CaseResult control = objection.control();
    return CaseResult.of(of, Verdict.BROKEN, started, Instant.now())
        .findings(List.of(objection.finding()))
        .notes(
            List.of(
                "the steps and messages are those of the control call; the case itself was not played"))
        .steps(control.steps())
        .transcript(control.transcript())
        .cleanup(control.cleanup())
        .build();
  }

  private static CaseResult ended(
      Case of, Verdict verdict, List<Finding> findings, Optional<String> skip, Instant started) {
    return CaseResult.of(of, verdict, started, Instant.now()).findings(findings).skip(skip).build();
  }
}
