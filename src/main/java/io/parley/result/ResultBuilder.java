package io.parley.result;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The result of a case piece by piece: what is not said did not happen. */
public final class ResultBuilder {
  private Case played;
  private Verdict verdict;
  private List<Finding> findings = List.of();
  private List<String> notes = List.of();
  private List<StepResult> steps = List.of();
  private List<TranscriptEntry> transcript = List.of();
  private Optional<String> cleanup = Optional.empty();
  private Optional<String> skip = Optional.empty();
  private Instant started;
  private Instant ended;
  private List<HookOutput> hooks = List.of();
  private List<CaseResult> attempts = List.of();

  ResultBuilder(Case played, Verdict verdict, Instant started, Instant ended) {
    this.played = played;
    this.verdict = verdict;
    this.started = started;
    this.ended = ended;
  }

  /** One that begins as a copy. */
  ResultBuilder(CaseResult from) {
    played = from.played();
    verdict = from.verdict();
    findings = from.findings();
    notes = from.notes();
    steps = from.steps();
    transcript = from.transcript();
    cleanup = from.cleanup();
    skip = from.skip();
    started = from.started();
    ended = from.ended();
    hooks = from.hooks();
    attempts = from.attempts();
  }

  /** The case. */
  public ResultBuilder played(Case value) {
    played = value;
    return this;
  }

  /** How it ended. */
  public ResultBuilder verdict(Verdict value) {
    verdict = value;
    return this;
  }

  /** What was not as expected. */
  public ResultBuilder findings(List<Finding> value) {
    findings = value;
    return this;
  }

  /** What is worth reading and fails nothing. */
  public ResultBuilder notes(List<String> value) {
    notes = value;
    return this;
  }

  /** Each step, in order. */
  public ResultBuilder steps(List<StepResult> value) {
    steps = value;
    return this;
  }

  /** All that crossed the wire, in order. */
  public ResultBuilder transcript(List<TranscriptEntry> value) {
    transcript = value;
    return this;
  }

  /** What the clean-up did, in words. */
  public ResultBuilder cleanup(Optional<String> value) {
    cleanup = value;
    return this;
  }

  /** Why it was skipped. */
  public ResultBuilder skip(Optional<String> value) {
    skip = value;
    return this;
  }

  /** When it began. */
  public ResultBuilder started(Instant value) {
    started = value;
    return this;
  }

  /** When the wire was clean. */
  public ResultBuilder ended(Instant value) {
    ended = value;
    return this;
  }

  /** What programs of the user said that were started after it. */
  public ResultBuilder hooks(List<HookOutput> value) {
    hooks = value;
    return this;
  }

  /** The other plays of the same case. */
  public ResultBuilder attempts(List<CaseResult> value) {
    attempts = value;
    return this;
  }

  /** The finished record. */
  public CaseResult build() {
    return new CaseResult(
        played,
        verdict,
        findings,
        notes,
        steps,
        transcript,
        cleanup,
        skip,
        started,
        ended,
        hooks,
        attempts);
  }
}
