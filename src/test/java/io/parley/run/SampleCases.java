package io.parley.run;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases and results made by hand, for tests of what happens around the player. */
public final class SampleCases {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private SampleCases() {}

  /** A case that exists on paper only. */
  public static Case named(String id, String profile) {
    Scenario scenario =
        Scenario.of(
                new SourcePosition("scenarios/srtp/" + id + ".yaml", 1, 1),
                id,
                "An offer without SRTP is refused",
                "srtp")
            .tags(List.of("srtp"))
            .build();
    CaseId caseId = CaseId.of(id, Map.of(), Optional.of(profile));
    return new Case(caseId, scenario, Map.of(), Optional.empty());
  }

  /** The result of a case. */
  public static CaseResult result(Case played, Verdict verdict, Finding... findings) {
    Optional<String> skip =
        verdict == Verdict.SKIPPED ? Optional.of("no expectation for zoom-byoc") : Optional.empty();
    return CaseResult.of(played, verdict, START, START.plusMillis(41))
        .findings(List.of(findings))
        .skip(skip)
        .build();
  }
}
