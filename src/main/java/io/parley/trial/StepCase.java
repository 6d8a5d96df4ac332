package io.parley.trial;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.report.EvidenceFolder;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done in a trial as a case, so that every report of a run can tell of it.
 *
 * @param settings of the trial
 * @param id what it proves
 * @param title the same in a few words
 * @param number which call it is: a step may be repeated, each time is a case
 */
record StepCase(TrialSettings settings, String id, String title, int number) {
  private static final SourcePosition NOWHERE = SourcePosition.whole("parley serve --certify");

  /** Where its evidence is, relative to the folder of the reports. */
  String folder() {
    return "evidence/" + EvidenceFolder.name(caseId());
  }

  private CaseId caseId() {
    Map<String, String> cell = Map.of("call", Integer.toString(number));
    return CaseId.of(id, cell, Optional.of(settings.profile().id()));
  }

  /** How it ended. */
  CaseResult result(
      List<TranscriptEntry> transcript, List<Sighting> sightings, Instant began, Instant now) {
    List<Finding> findings =
        sightings.stream().filter(s -> !s.holds()).map(StepCase::finding).toList();
    return CaseResult.of(played(), findings.isEmpty() ? Verdict.PASSED : Verdict.FAILED, began, now)
        .findings(findings)
        .notes(List.of("Held against " + settings.phone().sheet().title()))
        .transcript(transcript)
        .build();
  }

  private static Finding finding(Sighting s) {
    String line = s.line().map(l -> " in '" + l + "'").orElse("");
    return Finding.of(
        FindingKind.CHECK, null, s.expected() + " [" + s.source() + "]", s.found() + line);
  }

  private Case played() {
    Scenario scenario =
        Scenario.of(NOWHERE, id, title, "certify")
            .requirement(Optional.of(title))
            .tags(List.of("certify", settings.phone().id()))
            .sources(settings.phone().sheet().sources())
            .text("# A step of parley serve --certify " + settings.phone().id() + "\n")
            .build();
    return new Case(caseId(), scenario, Map.of(), Optional.empty());
  }
}
