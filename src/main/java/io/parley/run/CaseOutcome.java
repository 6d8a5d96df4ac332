package io.parley.run;

import io.parley.result.CaseResult;
import java.util.function.Function;

/** A verdict as TestNG understands it. */
final class CaseOutcome {
  private CaseOutcome() {}

  /**
   * Returns where the case passed.
   *
   * @param text what is said of a case that failed or broke
   * @throws CaseFailed an assertion error, so that Allure says failed
   * @throws CaseBroken another exception, so that it says broken
   * @throws CaseSkipped with the reason
   */
  static void raise(CaseResult result, Function<CaseResult, CaseText> text) {
    switch (result.verdict()) {
      case PASSED -> {}
      case FAILED -> throw new CaseFailed(text.apply(result));
      case BROKEN -> throw new CaseBroken(text.apply(result));
      case SKIPPED -> throw new CaseSkipped(result.skip().orElse("no reason was given"));
    }
  }
}
