package io.parley.run;

import io.parley.play.CaseResult;

/** We could not test; TestNG and Allure read any other exception as "broken". */
final class CaseBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CaseBroken(CaseResult result) {
    super(CaseFailed.text(result), null, false, false);
  }
}
