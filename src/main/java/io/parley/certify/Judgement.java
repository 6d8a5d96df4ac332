package io.parley.certify;

import io.parley.model.Verdict;
import io.parley.report.EvidenceFolder;
import io.parley.report.FindingText;
import io.parley.result.CaseResult;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a requirement, by the cases that prove it. */
final class Judgement {
  private final Asked asked;
  private final List<CaseResult> results;

  Judgement(Asked asked, List<CaseResult> results) {
    this.asked = asked;
    this.results = results;
  }

  /**
   * The result.
   *
   * @param objection why it does not apply to the phone; empty = it does
   */
  RequirementResult result(Optional<String> objection) {
    State state = objection.map(o -> State.NOT_APPLICABLE).orElseGet(this::state);
    Optional<String> reason =
        objection.or(() -> state == State.MET ? Optional.empty() : Optional.of(reason(state)));
    List<Proof> proofs =
        results.stream().filter(r -> r.verdict() != Verdict.SKIPPED).map(Judgement::proof).toList();
    return new RequirementResult(requirement(), state, reason, proofs);
  }

  private Requirement requirement() {
    List<String> sources =
        results.stream().flatMap(r -> r.played().scenario().sources().stream()).distinct().toList();
    return new Requirement(asked.id(), asked.title(), asked.weight(), sources, asked.facts());
  }

  /** One failure decides; then one that could not be tested; one skipped takes nothing away. */
  private State state() {
    if (any(Verdict.FAILED)) {
      return State.NOT_MET;
    }
    if (any(Verdict.BROKEN)) {
      return State.NOT_TESTED;
    }
    return any(Verdict.PASSED) ? State.MET : State.NOT_SHOWN;
  }

  private String reason(State state) {
    Verdict telling =
        state == State.NOT_MET
            ? Verdict.FAILED
            : state == State.NOT_TESTED ? Verdict.BROKEN : Verdict.SKIPPED;
    List<CaseResult> those = results.stream().filter(r -> r.verdict() == telling).toList();
    if (those.isEmpty()) {
      return "nothing was played for it";
    }
    String words = FindingText.headline(those.get(0));
    if (telling == Verdict.SKIPPED) {
      return words;
    }
    int more = those.size() - 1;
    return those.get(0).played().id().withoutProfile()
        + ": "
        + words
        + said(those.get(0))
        + (more == 0 ? "" : "; " + more + " more of " + results.size() + " did not pass");
  }

  /** What the SBC, or whoever is behind it, gave as its reason (RFC 3261 §20.43, RFC 3326). */
  private static String said(CaseResult r) {
    return r.transcript().stream()
        .filter(e -> e.frame().way() == Frame.Way.IN && e.message().status().orElse(0) >= 400)
        .flatMap(e -> reasons(e.message()))
        .findFirst()
        .map(w -> "; it said " + w.strip())
        .orElse("");
  }

  private static Stream<String> reasons(SipMessage refusal) {
    return Stream.of("Warning", "Reason").flatMap(name -> refusal.first(name).stream());
  }

  private boolean any(Verdict verdict) {
    return results.stream().anyMatch(r -> r.verdict() == verdict);
  }

  private static Proof proof(CaseResult r) {
    boolean passed = r.verdict() == Verdict.PASSED;
    return new Proof(
        r.played().toString(),
        FindingText.word(r.verdict()),
        passed ? Optional.empty() : Optional.of(FindingText.headline(r)),
        Optional.of("evidence/" + EvidenceFolder.name(r.played().id())));
  }
}
