package io.parley.run;

import io.parley.model.Finding;
import io.parley.result.CaseResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an exception says of a case that did not pass: its message is what lists show, its stack
 * trace, where others have the places in their code, is what a reader of the one case wants.
 *
 * @param message in short
 * @param details in full, after the message; empty = there is no more
 */
record CaseText(String message, String details) {

  /** The findings, one a line; a case without any still says which verdict it got. */
  static CaseText findings(CaseResult result) {
    return new CaseText(
        result.findings().isEmpty()
            ? result.played() + " " + result.verdict().name().toLowerCase(Locale.ROOT)
            : result.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")),
        "");
  }

  /** Several as one. */
  static CaseText of(List<CaseText> all) {
    return new CaseText(
        all.stream().map(CaseText::message).collect(Collectors.joining("; ")),
        all.stream().map(CaseText::details).collect(Collectors.joining("\n")));
  }

  /** The first lines of a stack trace that has no places in code. */
  String trace(Throwable of) {
    return of.getClass().getName() + ": " + message + (details.isEmpty() ? "" : "\n" + details);
  }
}
