package io.parley.trial;

import io.parley.certify.Proof;
import io.parley.certify.Requirement;
import io.parley.certify.RequirementResult;
import io.parley.certify.State;
import io.parley.phone.SrtpMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trial has shown so far, and what is left. One thread at a time. */
final class Progress {
  private final List<Step> steps;
  private final Map<String, Requirement> requirements = new LinkedHashMap<>();
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * What was shown of a requirement.
   *
   * @param sightings of the last time
   * @param evidence the folder of the case that shows it; empty = none yet
   */
  private record Shown(List<Sighting> sightings, Optional<String> evidence) {

    boolean holds() {
      return sightings.stream().allMatch(Sighting::holds);
    }
  }

  Progress(TrialSettings settings) {
    this.steps = Steps.of(settings);
    SrtpMode mode = settings.mode();
    Requirements.declared(settings.phone()).forEach(this::require);
    if (mode != SrtpMode.OFF) {
      Requirements.secured(settings.phone(), mode == SrtpMode.OPTIONAL).forEach(this::require);
    }
    require(Requirements.farEnd(settings.profile()));
    Requirements.registration().forEach(this::require);
    steps.forEach(s -> require(s.requirement()));
  }

  private void require(Requirement requirement) {
    requirements.put(requirement.id(), requirement);
  }

  /** The step of a number. */
  Optional<Step> step(String number) {
    return steps.stream().filter(s -> s.number().equals(number)).findFirst();
  }

  /** Whether something was shown of it, good or bad. */
  boolean isShown(String requirement) {
    return shown.containsKey(requirement);
  }

  /**
   * Notes what one message shows of what is declared; once it was not so it is not any more.
   *
   * @param evidence the folder of the case that will show it
   * @return whether that is news
   */
  boolean add(Sighting sighting, String evidence) {
    Shown before = shown.get(sighting.requirement());
    if (before != null && (sighting.holds() || !before.holds())) {
      return false;
    }
    return put(sighting, evidence);
  }

  /**
   * Notes what was tried and may be tried again, such as a password: the last time counts.
   *
   * @return whether that is news
   */
  boolean tried(Sighting sighting, String evidence) {
    Shown before = shown.get(sighting.requirement());
    if (before != null && before.holds() == sighting.holds()) {
      return false;
    }
    remark(sighting.requirement(), before);
    return put(sighting, evidence);
  }

  private void remark(String requirement, Shown before) {
    if (before != null && !before.holds()) {
      String reason = reason(before.sightings()).orElse("");
      remarks.add(requirement + " was tried again; before: " + reason);
    }
  }

  private boolean put(Sighting sighting, String evidence) {
    shown.put(sighting.requirement(), new Shown(List.of(sighting), Optional.of(evidence)));
    return true;
  }

  /** Notes what a step has shown; the last time counts, and what was before is told. */
  void concluded(Step step, List<Sighting> sightings, String evidence) {
    remark(step.id(), shown.get(step.id()));
    shown.put(step.id(), new Shown(sightings, Optional.of(evidence)));
  }

  /** What comes next: registering, then the first step that was not shown. */
  TrialEvent.Next next() {
    List<Step> left = steps.stream().filter(s -> !isShown(s.id())).toList();
    List<String> numbers = left.stream().map(Step::number).toList();
    if (!isShown(Registering.REGISTER)) {
      return new TrialEvent.Next("Let the phone register", numbers);
    }
    if (!left.isEmpty()) {
      return new TrialEvent.Next(left.get(0).todo(), numbers);
    }
    if (!isShown(Registering.REFRESH)) {
      return new TrialEvent.Next("Wait until the phone registers again", numbers);
    }
    return new TrialEvent.Next(
        isShown(Registering.AWAY) ? "" : "Let the phone take its registration back", numbers);
  }

  /** Every requirement with what was shown of it. */
  List<RequirementResult> results() {
    return requirements.values().stream().map(this::result).toList();
  }

  /** What was tried again. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private RequirementResult result(Requirement r) {
    Shown last = shown.get(r.id());
    if (last == null) {
      return new RequirementResult(r, State.NOT_TESTED, Optional.of(unshown(r)), List.of());
    }
    Optional<String> reason = reason(last.sightings());
    Proof proof = new Proof(r.id(), last.holds() ? "passed" : "failed", reason, last.evidence());
    State state = last.holds() ? State.MET : State.NOT_MET;
    return new RequirementResult(r, state, reason, List.of(proof));
  }

  private String unshown(Requirement r) {
    return steps.stream()
        .filter(s -> s.id().equals(r.id()))
        .map(s -> "not shown: nobody dialled " + s.number())
        .findFirst()
        .orElse("not shown: no message of the phone shows it");
  }

  private static Optional<String> reason(List<Sighting> sightings) {
    return sightings.stream().filter(s -> !s.holds()).map(Sighting::words).findFirst();
  }
}
