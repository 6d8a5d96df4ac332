package io.parley.run;

/** The target misbehaved; TestNG and Allure read an assertion error as "failed". */
final class CaseFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String trace;

  CaseFailed(CaseText text) {
    super(text.message());
    trace = text.trace(this);
  }

  /** Where in our code the verdict was reached says nothing about the target. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  @Override
  public String toString() {
    return trace;
  }
}
