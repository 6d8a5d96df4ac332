package io.parley.report.bundle;

import io.parley.model.Finding;
import io.parley.report.FindingText;
import io.parley.result.CaseResult;
import java.util.List;

/** What was expected, what happened, and what to do about it. */
final class Judgement {
  private Judgement() {}

  static Page.Section of(CaseResult result) {
    Rows rows = new Rows();
    if (result.findings().isEmpty()) {
      rows.add("finding", "none: everything was as expected");
    } else {
      finding(rows, FindingText.leading(result));
    }
    int more = result.findings().size() - 1;
    if (more > 0) {
      rows.add(
          "more",
          more + (more == 1 ? " further finding" : " further findings") + " in findings.txt");
    }
    rows.add("note", result.notes().stream());
    rows.add("clean-up", result.cleanup());
    return new Page.Section("What happened", rows.list(), List.of());
  }

  private static void finding(Rows rows, Finding finding) {
    rows.add("finding", finding.kind().prefix());
    rows.add("expected", finding.expected());
    rows.add("actual", finding.actual());
    rows.add("likely cause", finding.cause());
    rows.add("next step", finding.nextStep());
    rows.add("who", finding.owner());
    rows.add("asked for at", finding.at().map(Object::toString));
  }
}
