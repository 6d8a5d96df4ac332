package io.parley.trial;

import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.List;

/** What happens in a trial, in the order in which it does. */
public sealed interface TrialEvent {

  /**
   * Something came, or was done.
   *
   * @param step the step that it belongs to, by its id; empty = none
   * @param words what it is
   */
  record Seen(Instant at, String step, String words) implements TrialEvent {}

  /**
   * The tester has something to do in a step that is under way.
   *
   * @param words what it is
   */
  record Todo(String step, String words) implements TrialEvent {}

  /** Something about the phone was looked at, for the first time or with another outcome. */
  record Told(String step, Sighting sighting) implements TrialEvent {}

  /**
   * A step is over.
   *
   * @param sightings what it showed; all of them hold, or those that do not are first
   */
  record Over(Instant at, Step step, List<Sighting> sightings) implements TrialEvent {}

  /** Something for the reports. */
  record Recorded(CaseResult result) implements TrialEvent {}

  /**
   * What comes next.
   *
   * @param words what the tester has to do; empty = nothing is left
   * @param left the steps that are left, by their numbers
   */
  record Next(String words, List<String> left) implements TrialEvent {}
}
