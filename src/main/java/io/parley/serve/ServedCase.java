package io.parley.serve;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.Scenario;
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
    return CaseResult.of(played(rulings), verdict(findings), began, ended)
        .findings(List.copyOf(findings))
        .notes(List.copyOf(notes))
        .steps(steps)
        .transcript(transcript)
        .build();
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
        Scenario.of(NOWHERE, id, rulings.isEmpty() ? "A call" : title(rulings.get(0)), "serve")
            .requirement(Optional.of("What " + profile.title() + " takes"))
            .tags(List.of("serve"))
            .sources(profile.sources())
            .text("# A call of parley serve --as " + profile.id() + "; no scenario was played.\n")
            .build();
    return new Case(
        CaseId.of(id, Map.of(), Optional.of(profile.id())), scenario, Map.of(), Optional.empty());
  }

  private static String title(ServedCall call) {
    return "%s: %d %s".formatted(call.what(), call.status(), call.phrase());
  }
}
