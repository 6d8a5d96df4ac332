package io.parley.report;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.stream.Collectors;

/**
 * The other plays of a case in {@code junit.xml}, by the elements that Maven Surefire writes for
 * tests that it runs again, and servers know from there: {@code flakyFailure} and {@code
 * flakyError} within a case that passed, {@code rerunFailure} and {@code rerunError} beside the
 * failure of one that did not (Maven Surefire: Rerun Failing Tests). Servers that do not know them
 * see the verdict.
 */
final class JunitPlays {
  private JunitPlays() {}

  /** An element for each other play that failed or broke. */
  static String of(CaseResult result) {
    String prefix = result.verdict() == Verdict.PASSED ? "flaky" : "rerun";
    return result.attempts().stream()
        .filter(CaseResult::wentWrong)
        .map(a -> element(prefix, a))
        .collect(Collectors.joining());
  }

  private static String element(String prefix, CaseResult play) {
    String name = prefix + (play.verdict() == Verdict.FAILED ? "Failure" : "Error");
    return "  <"
        + name
        + " message=\""
        + Xml.text(FindingText.headline(play))
        + "\" type=\""
        + Xml.text(FindingText.type(play))
        + "\"><stackTrace>"
        + Xml.text(FindingText.of(play))
        + "</stackTrace></"
        + name
        + ">\n";
  }
}
