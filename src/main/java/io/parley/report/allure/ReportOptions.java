package io.parley.report.allure;

import io.parley.report.EvidenceScope;
import io.parley.report.Secrets;

/**
 * What reports a run wants.
 *
 * @param html whether {@code allure-report/} is made at the end ({@code --no-html} turns it off)
 * @param secrets what is masked
 * @param evidence what evidence of the cases is kept
 */
public record ReportOptions(boolean html, Secrets secrets, EvidenceScope evidence) {

  /** With the evidence that is usually kept. */
  public ReportOptions(boolean html, Secrets secrets) {
    this(html, secrets, EvidenceScope.FAILED);
  }

  /** HTML, secrets masked, numbers not. */
  public static final ReportOptions USUAL = new ReportOptions(true, Secrets.MASKED);
}
