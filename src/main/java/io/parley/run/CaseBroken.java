package io.parley.run;

/** We could not test; TestNG and Allure read any other exception as "broken". */
final class CaseBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String trace;

  CaseBroken(CaseText text) {
    super(text.message(), null, false, false);
    trace = text.trace(this);
  }

  @Override
  public String toString() {
    return trace;
  }
}
