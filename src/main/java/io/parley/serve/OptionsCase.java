package io.parley.serve;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.profile.Profile;
import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.result.StepResult;
import io.parley.sip.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was wrong with the OPTIONS of an SBC as a case of its own, for every report of a run.
 *
 * @param number which of this serving, from 1
 * @param profile who wants to see OPTIONS
 * @param messages what crossed last, oldest first
 */
record OptionsCase(int number, Profile profile, List<Arrival> messages) {
  /** What such a case is about. */
  static final List<String> TAGS = List.of("serve", "options", "keep-alive");

  private static final SourcePosition NOWHERE = SourcePosition.whole("parley serve");

  /** An SBC that is silent. */
  CaseResult of(Silence silence) {
    String title = "OPTIONS from " + silence.sbc() + ": " + silence.found();
    return result(
        title,
        "SBCs show by OPTIONS that they are there",
        List.of(silence.finding()),
        silence.notes(profile.title()),
        silence.since(),
        silence.at());
  }

  /** OPTIONS that were refused. */
  CaseResult of(RefusedOptions refused) {
    String title =
        "OPTIONS from %s: %d %s".formatted(refused.sbc(), refused.status(), refused.phrase());
    return result(
        title,
        "What " + profile.title() + " takes",
        refused.objections().stream().map(RuleFinding::of).toList(),
        List.of("told once: later OPTIONS of the same kind are counted only"),
        refused.at(),
        refused.at());
  }

  private CaseResult result(
      String title,
      String requirement,
      List<Finding> findings,
      List<String> notes,
      Instant began,
      Instant ended) {
    String id = String.format("options-%05d", number);
    Scenario scenario =
        Scenario.of(NOWHERE, id, title, "serve")
            .requirement(Optional.of(requirement))
            .tags(TAGS)
            .sources(profile.sources())
            .text("# OPTIONS at parley serve --as " + profile.id() + "; no scenario was played.\n")
            .build();
    Case played =
        new Case(
            CaseId.of(id, Map.of(), Optional.of(profile.id())),
            scenario,
            Map.of(),
            Optional.empty());
    Recorder recorder = new Recorder();
    messages.forEach(m -> recorder.add(CallLog.ACTOR, m.frame(), m.message()));
    return CaseResult.of(played, Verdict.FAILED, began, ended)
        .findings(findings)
        .notes(notes)
        .steps(List.of(step(title, began, ended)))
        .transcript(recorder.entries())
        .build();
  }

  private static StepResult step(String title, Instant began, Instant ended) {
    return new StepResult(
        title, StepResult.Status.FAILED, began, ended, OptionalInt.empty(), Optional.empty());
  }
}
