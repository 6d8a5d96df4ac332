package io.parley.play;

import io.parley.diagnosis.Circumstances;
import io.parley.diagnosis.Diagnosis;
import io.parley.model.Expectation;
import io.parley.model.Scenario;
import io.parley.result.CaseResult;
import java.util.OptionalInt;

/** Adds the likely cause, the next step and who takes it to the findings of a case. */
final class Diagnosed {
  private Diagnosed() {}

  static CaseResult of(CaseResult result) {
    if (result.findings().isEmpty()) {
      return result;
    }
    Scenario scenario = result.played().scenario();
    Circumstances known =
        new Circumstances(
            code(result), result.finalStatus(), scenario.tags(), scenario.diagnosis());
    return result
        .but()
        .findings(result.findings().stream().map(f -> Diagnosis.shipped().of(f, known)).toList())
        .build();
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
