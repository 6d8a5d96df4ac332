package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.report.CaseEvidence;
import io.parley.report.FindingText;
import io.parley.result.CaseResult;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A case as an Allure result. */
final class AllureCase {
  private AllureCase() {}

  /** Fills the result from the case, all but its attachments. */
  static void describe(TestResult out, CaseEvidence evidence) {
    CaseResult result = evidence.result();
    Case played = result.played();
    String id = played.id().toString();
    out.setName(AllureLabels.name(played));
    out.setFullName(id);
    out.setTestCaseName(played.scenario().title());
    String identity = identity(id);
    out.setHistoryId(identity);
    out.setTestCaseId(identity);
    out.setLabels(AllureLabels.labels(played));
    out.setLinks(SourceLinks.of(played));
    out.setParameters(AllureLabels.parameters(result));
    out.setDescriptionHtml(Description.of(evidence));
    out.setStage(Stage.FINISHED);
    out.setStatus(status(result.verdict()));
    out.setStatusDetails(details(result));
    out.setStart(result.started().toEpochMilli());
    out.setStop(result.ended().toEpochMilli());
    out.setSteps(AllureSteps.of(result));
  }

  /** What a case is known by from run to run, a hash of its identity. */
  static String identity(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case BROKEN -> Status.BROKEN;
      case SKIPPED -> Status.SKIPPED;
    };
  }

  private static StatusDetails details(CaseResult result) {
    boolean unstable = isUnstable(result);
    if (result.verdict() == Verdict.PASSED) {
      return unstable ? new StatusDetails().setFlaky(true).setMessage(flaky(result)) : null;
    }
    return new StatusDetails()
        .setFlaky(unstable)
        .setMessage(FindingText.headline(result))
        .setTrace(FindingText.of(result));
  }

  /** Whether some plays of the case passed and some did not. */
  private static boolean isUnstable(CaseResult result) {
    return result.attempts().stream().anyMatch(a -> a.wentWrong() != result.wentWrong());
  }

  /** {@code flaky, passed in play 3; before: unexpected status: …}. */
  private static String flaky(CaseResult result) {
    List<CaseResult> wrong = result.attempts().stream().filter(CaseResult::wentWrong).toList();
    int last = wrong.size() - 1;
    return "flaky: passed in play "
        + (result.attempts().size() + 1)
        + ", before that "
        + FindingText.headline(wrong.get(last))
        + (last > 0 ? " (went wrong " + wrong.size() + " times)" : "");
  }
}
