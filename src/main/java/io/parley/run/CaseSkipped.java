package io.parley.run;

import org.testng.SkipException;

/** The case does not apply here. */
final class CaseSkipped extends SkipException {
  private static final long serialVersionUID = 1L;

  CaseSkipped(String reason) {
    super(reason);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
