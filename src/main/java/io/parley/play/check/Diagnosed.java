package io.parley.play.check;

import io.parley.diagnosis.Circumstances;
import io.parley.diagnosis.Diagnosis;
import io.parley.model.Actor;
import io.parley.model.Expectation;
import io.parley.model.Scenario;
import io.parley.result.CaseResult;
import io.parley.wire.Frame;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds the likely cause, the next step and who takes it to the findings of a case. */
public final class Diagnosed {
  private Diagnosed() {}

  /** The result with its findings explained. */
  public static CaseResult of(CaseResult result) {
    if (result.findings().isEmpty()) {
      return result;
    }
    Scenario scenario = result.played().scenario();
    Circumstances known =
        new Circumstances(
            code(result),
            result.finalStatus(),
            scenario.tags(),
            scenario.diagnosis(),
            unreached(result));
    return result
        .but()
        .findings(result.findings().stream().map(f -> Diagnosis.shipped().of(f, known)).toList())
        .build();
  }

  /** Whether the script has a callee on the far side, and nothing of the call came to it. */
  private static boolean unreached(CaseResult result) {
    Set<String> callees =
        result.played().scenario().actors().values().stream()
            .filter(a -> a.role() == Actor.Role.CALLEE && !a.isInward())
            .map(Actor::name)
            .collect(Collectors.toSet());
    return !callees.isEmpty()
        && result.transcript().stream()
            .noneMatch(e -> e.frame().way() == Frame.Way.IN && callees.contains(e.actor()));
  }

  /** The vendor's number that an expectation of the case names. */
  private static OptionalInt code(CaseResult result) {
    return result.played().expected().values().stream()
        .map(Expectation::code)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }
}
