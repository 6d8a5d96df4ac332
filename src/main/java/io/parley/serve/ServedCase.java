package io.parley.serve;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Control;
import io.parley.model.Finding;
import io.parley.model.Scenario;
import io.parley.model.Severity;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.profile.Profile;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import io.parley.result.TranscriptEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as a case, so that every report of a run can tell of it: passed when nothing was against
 * it.
 *
 * @param number which call
 * @param profile who judged it
 */
record ServedCase(int number, Profile profile) {
  private static final SourcePosition NOWHERE = SourcePosition.whole("parley serve");

  CaseResult result(
      List<ServedCall> rulings,
      List<Finding> findings,
      List<String> notes,
      List<StepResult> steps,
      List<TranscriptEntry> transcript,
      Instant began,
      Instant ended) {
    return new CaseResult(
        played(rulings),
        verdict(findings),
        List.copyOf(findings),
        List.copyOf(notes),
        steps,
        transcript,
        Optional.empty(),
        Optional.empty(),
        began,
        ended);
  }

  private static Verdict verdict(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Verdict.PASSED;
    }
    return findings.stream().allMatch(f -> f.kind().breaks()) ? Verdict.BROKEN : Verdict.FAILED;
  }

  private Case played(List<ServedCall> rulings) {
    String id = String.format("call-%05d", number);
    Scenario scenario =
        new Scenario(
            NOWHERE,
            id,
            rulings.isEmpty() ? "A call" : title(rulings.get(0)),
            "serve",
            Optional.of("What " + profile.title() + " takes"),
            Severity.NORMAL,
            List.of("serve"),
            profile.sources(),
            Map.of(),
            List.of(),
            Map.of(),
            new Control.None(),
            Optional.empty(),
            false,
            "# A call of parley serve --as " + profile.id() + "; no scenario was played.\n");
    return new Case(
        CaseId.of(id, Map.of(), Optional.of(profile.id())), scenario, Map.of(), Optional.empty());
  }

  private static String title(ServedCall call) {
    return "%s: %d %s".formatted(call.what(), call.status(), call.phrase());
  }
}
