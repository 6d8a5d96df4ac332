package io.parley.run;

import io.parley.model.Finding;
import io.parley.play.CaseResult;
import java.util.stream.Collectors;

/** The target misbehaved; TestNG and Allure read an assertion error as "failed". */
final class CaseFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  CaseFailed(CaseResult result) {
    super(text(result));
  }

  /** The findings, one a line; a case without any still says which verdict it got. */
  static String text(CaseResult result) {
    return result.findings().isEmpty()
        ? result.played() + " " + result.verdict().name().toLowerCase(java.util.Locale.ROOT)
        : result.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }

  /** Where in our code the verdict was reached says nothing about the target. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
