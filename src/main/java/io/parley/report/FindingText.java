package io.parley.report;

import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The verdict and the findings of a case as people read them in every report. */
public final class FindingText {
  /** What servers show of a line, and more than anybody reads of one. */
  private static final int LONGEST_LINE = 1000;

  /** The name of the row that says what a cause is called for short. */
  public static final String DIAGNOSIS = "diagnosis";

  private FindingText() {}

  /** {@code failed after 41 ms}, {@code skipped: <reason>}. */
  public static String verdict(CaseResult result) {
    String word = word(result.verdict());
    if (result.verdict() == Verdict.SKIPPED) {
      return word + ": " + result.skip().orElse("no reason given");
    }
    return word + " after " + Offset.words(result.started(), result.ended());
  }

  /** The verdict in lower case. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /**
   * One line for lists and status fields; starts with the stable prefix of the finding's kind, or
   * is the reason of a skip. Empty for a case that passed.
   */
  public static String headline(CaseResult result) {
    if (result.verdict() == Verdict.SKIPPED) {
      return result.skip().orElse("no reason given");
    }
    List<Finding> findings = result.findings();
    if (findings.isEmpty()) {
      return result.verdict() == Verdict.PASSED
          ? ""
          : word(result.verdict()) + " without a finding";
    }
    Finding first = leading(result);
    int more = findings.size() - 1;
    return Wrap.clip(first.toString(), LONGEST_LINE)
        + (more == 0 ? "" : ", and " + more + " more " + plural(more, "finding"));
  }

  /** The stable words of the leading finding's kind; the verdict where there is no finding. */
  public static String type(CaseResult result) {
    return result.findings().isEmpty() ? word(result.verdict()) : leading(result).kind().prefix();
  }

  /** The finding that decides the verdict: a breaking one for broken, else the first. */
  public static Finding leading(CaseResult result) {
    boolean broken = result.verdict() == Verdict.BROKEN;
    return result.findings().stream()
        .filter(f -> f.kind().breaks() == broken)
        .findFirst()
        .orElse(result.findings().get(0));
  }

  private static String plural(int n, String noun) {
    return n == 1 ? noun : noun + "s";
  }

  /** All findings in full, then the notes; empty text when there is nothing to say. */
  public static String of(CaseResult result) {
    Set<String> shown = new HashSet<>();
    String findings =
        result.findings().stream()
            .map(f -> of(f, f.closest().isEmpty() || shown.add(f.closest().get())))
            .collect(Collectors.joining("\n"));
    String notes =
        result.notes().stream().map(n -> "note: " + n + "\n").collect(Collectors.joining());
    String gap = findings.isEmpty() || notes.isEmpty() ? "" : "\n";
    return findings + gap + notes;
  }

  /** One finding: what, where, expected, actual, cause, next step, owner, closest message. */
  private static String of(Finding f, boolean withMessage) {
    StringBuilder out = new StringBuilder();
    out.append(f.kind().prefix()).append('\n');
    f.at().ifPresent(at -> row(out, "at", at.toString()));
    row(out, "expected", f.expected());
    row(out, "actual", f.actual());
    f.diagnosis().ifPresent(d -> row(out, DIAGNOSIS, d));
    f.cause().ifPresent(c -> row(out, "likely cause", c));
    f.nextStep().ifPresent(n -> row(out, "next step", n));
    f.owner().ifPresent(o -> row(out, "who", o));
    if (withMessage) {
      f.closest().ifPresent(c -> block(out, c));
    } else {
      row(out, "closest", "the same message as above");
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String name, String value) {
    String indent = "\n" + " ".repeat(16);
    out.append(String.format("  %-12s  %s\n", name, value.strip().replace("\n", indent)));
  }

  private static void block(StringBuilder out, String text) {
    out.append("  closest message\n");
    text.lines().forEach(line -> out.append("    ").append(line).append('\n'));
  }
}
