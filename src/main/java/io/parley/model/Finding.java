package io.parley.model;

import java.util.Optional;

/**
 * One thing that was not as expected.
 *
 * @param kind what sort
 * @param at the YAML line that asked for it
 * @param expected what was expected, in words
 * @param actual what happened, in words
 * @param closest the closest message that did arrive, compared line by line with the expectation;
 *     empty when nothing arrived
 * @param diagnosis what the cause is called for short, for example {@code SRTP policy}: stable, so
 *     that reports can sort by it; empty without a diagnosis
 * @param cause the likely cause
 * @param nextStep what to do next
 * @param owner who fixes it
 */
public record Finding(
    FindingKind kind,
    Optional<SourcePosition> at,
    String expected,
    String actual,
    Optional<String> closest,
    Optional<String> diagnosis,
    Optional<String> cause,
    Optional<String> nextStep,
    Optional<String> owner) {

  /** A finding without a diagnosis yet. */
  public static Finding of(FindingKind kind, SourcePosition at, String expected, String actual) {
    return new Finding(
        kind,
        Optional.ofNullable(at),
        expected,
        actual,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with the closest message. */
  public Finding withClosest(String text) {
    return new Finding(
        kind, at, expected, actual, Optional.of(text), diagnosis, cause, nextStep, owner);
  }

  /** The same with a diagnosis. */
  public Finding withDiagnosis(String name, String likelyCause, String next, String who) {
    return new Finding(
        kind,
        at,
        expected,
        actual,
        closest,
        Optional.of(name),
        Optional.of(likelyCause),
        Optional.of(next),
        Optional.of(who));
  }

  /** {@code prefix: expected …, actual … (file:line:column)}. */
  @Override
  public String toString() {
    return kind.prefix()
        + ": expected "
        + expected
        + ", "
        + actual
        + at.map(p -> " (" + p + ")").orElse("");
  }
}
