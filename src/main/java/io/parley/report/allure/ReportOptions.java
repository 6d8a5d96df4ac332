package io.parley.report.allure;

import io.parley.report.Secrets;

/**
 * What reports a run wants.
 *
 * @param html whether {@code allure-report/} is made at the end ({@code --no-html} turns it off)
 * @param secrets what is masked
 */
public record ReportOptions(boolean html, Secrets secrets) {

  /** HTML, secrets masked, numbers not. */
  public static final ReportOptions USUAL = new ReportOptions(true, Secrets.MASKED);
}
