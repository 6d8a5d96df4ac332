package io.parley.report.allure;

import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.report.CaseReport;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;

/**
 * Tells the case to the result that Allure's own listener has open on this thread, in a test run
 * that is not ours. Status and its text come from what the test throws. Where Allure does not
 * listen, nothing is told.
 */
public final class RunningResult implements CaseReport {

  @Override
  public void caseFinished(CaseEvidence evidence) {
    AllureLifecycle lifecycle = Allure.getLifecycle();
    if (lifecycle.getCurrentTestCase().isEmpty()) {
      return;
    }
    lifecycle.updateTestCase(result -> describe(result, evidence));
    for (Artifact a : evidence.artifacts()) {
      lifecycle.addAttachment(
          a.title(), a.mediaType(), a.suffix(), new ByteArrayInputStream(a.bytes()));
    }
  }

  /** Allure's listener takes it for granted that there are details to complete. */
  private static void describe(TestResult result, CaseEvidence evidence) {
    AllureCase.describe(result, evidence);
    if (result.getStatusDetails() == null) {
      result.setStatusDetails(new StatusDetails());
    }
  }
}
