package io.parley.play;

import io.parley.model.Case;
import io.parley.model.Control;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A refusal proves something only if the same call without the fault is accepted: plays that
 * control once for every profile, base offer and transport that a negative case uses, when the
 * first of them comes along.
 */
final class ControlDesk {
  private final Map<String, FutureTask<CaseResult>> played = new ConcurrentHashMap<>();
  private final Map<String, Integer> plays = new ConcurrentHashMap<>();
  private final Function<Case, CaseResult> player;
  private final BiFunction<String, Optional<String>, Optional<Case>> byId;

  /**
   * Sets up the desk.
   *
   * @param player plays one case
   * @param byId finds the case of a scenario for a profile
   */
  ControlDesk(
      Function<Case, CaseResult> player,
      BiFunction<String, Optional<String>, Optional<Case>> byId) {
    this.player = player;
    this.byId = byId;
  }

  /** Why the case cannot prove anything here; empty when its control succeeded or it needs none. */
  Optional<Objection> objection(Case of) throws InterruptedException {
    Optional<Case> control = control(of);
    if (control.isEmpty()) {
      return Optional.empty();
    }
    CaseResult result = timely(control.get());
    if (result.verdict() == Verdict.PASSED) {
      return Optional.empty();
    }
    return Optional.of(new Objection(finding(of, control.get(), result), result));
  }

  /**
   * Why a case proves nothing.
   *
   * @param control the good call and what became of it
   */
  record Objection(Finding finding, CaseResult control) {}

  private static Finding finding(Case of, Case control, CaseResult result) {
    String found =
        result.findings().stream()
            .findFirst()
            .map(f -> f.kind().prefix() + ": " + f.actual())
            .orElse(result.verdict().toString());
    if (Encore.wasLate(result)) {
      return Finding.of(
          FindingKind.OWN_LATENESS, of.scenario().at(), "the control call to be played", found);
    }
    boolean reached =
        result.findings().stream().noneMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    return reached
        ? Finding.of(
            FindingKind.CONTROL,
            of.scenario().at(),
            "the good call ("
                + control.scenario().title()
                + ") to be accepted, or a refusal proves nothing",
            found)
        : Finding.of(
            FindingKind.UNREACHABLE,
            of.scenario().at(),
            "the target to answer the control call",
            found);
  }

  /** Controls that were not accepted are played again when next needed. */
  void forgetFailed() {
    played.values().removeIf(ControlDesk::hasFailed);
    plays.clear();
  }

  /**
   * Whether the case may be played again as far as its control goes: one that was not accepted is
   * forgotten, so that it is played again, once for all cases that need it.
   *
   * @param most how many times a control is played in all
   * @return false where the control was not accepted that many times
   */
  boolean again(Case of, int most) {
    Optional<String> name = control(of).map(c -> c.id().toString());
    name.ifPresent(
        n ->
            played.computeIfPresent(
                n, (k, p) -> hasFailed(p) && plays.getOrDefault(k, 0) < most ? null : p));
    return name.map(played::get).filter(ControlDesk::hasFailed).isEmpty();
  }

  private static boolean hasFailed(FutureTask<CaseResult> control) {
    try {
      return control.isDone() && control.get().verdict() != Verdict.PASSED;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** One that says nothing of the target, since we were late, is played again for the next case. */
  private CaseResult timely(Case control) throws InterruptedException {
    CaseResult result = once(control);
    if (Encore.wasLate(result)) {
      played.computeIfPresent(control.id().toString(), (k, p) -> hasFailed(p) ? null : p);
    }
    return result;
  }

  private CaseResult once(Case control) throws InterruptedException {
    FutureTask<CaseResult> mine = new FutureTask<>(() -> player.apply(control));
    FutureTask<CaseResult> first = played.putIfAbsent(control.id().toString(), mine);
    if (first == null) {
      plays.merge(control.id().toString(), 1, Integer::sum);
      mine.run();
    }
    try {
      return ((Future<CaseResult>) (first == null ? mine : first)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the control call could not be played: " + e.getCause().getMessage(), e);
    }
  }

  private Optional<Case> control(Case of) {
    Control control = of.scenario().control();
    if (control instanceof Control.ScenarioId named) {
      return byId.apply(named.id(), of.id().profile());
    }
    if (control instanceof Control.None
        || of.scenario().controlOffer().isEmpty()
        || !expectsRefusal(of)) {
      return Optional.empty();
    }
    return Optional.of(ControlCall.of(of, of.scenario().controlOffer().get()));
  }

  /**
   * Whether any way to pass is a refusal or silence: only these prove something by what did not
   * happen.
   */
  private static boolean expectsRefusal(Case of) {
    return of.expected().values().stream()
        .flatMap(e -> e.any().stream())
        .flatMap(o -> o.status().stream())
        .anyMatch(p -> !p.matches(200));
  }
}
