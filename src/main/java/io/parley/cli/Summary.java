package io.parley.cli;

import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.report.EvidenceFolder;
import io.parley.report.Wrap;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The end of a run in words: what did not go well, how many cases ended how, where reports are. */
final class Summary {
  private static final int REASONS = 5;

  /** Lines of the closest message; the whole of it is in the report. */
  private static final int CLOSEST = 8;

  /** Characters of one value; the whole of it is in the report too. */
  private static final int LONGEST = 600;

  private final Palette palette;

  /** A summary in these colours. */
  Summary(Palette palette) {
    this.palette = palette;
  }

  /**
   * The text, line by line.
   *
   * @param results every case, in the order of the scenarios
   * @param took wall time of the run
   * @param reports what was written, by what it is
   */
  List<String> lines(List<CaseResult> results, Duration took, Map<String, Path> reports) {
    List<String> lines = new ArrayList<>();
    Optional<Path> evidence = Optional.ofNullable(reports.get("evidence"));
    results.stream()
        .filter(r -> r.wentWrong() || r.flaky())
        .forEach(
            r -> {
              lines.addAll(detail(r));
              evidence.ifPresent(e -> lines.add("  to send: " + EvidenceFolder.bundle(e, r)));
            });
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(counts(results, took));
    lines.addAll(skipped(results));
    reports.forEach((what, where) -> lines.add(String.format("%-9s %s", what, where)));
    return lines;
  }

  private String counts(List<CaseResult> results, Duration took) {
    Counts counts = Counts.of(results);
    String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    String cases = counts.total() == 1 ? " case in " : " cases in ";
    return counts.total() + cases + seconds + ": " + counts.text(palette);
  }

  private List<String> detail(CaseResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(palette.outcome(result) + "  " + palette.strong(result.played().toString()));
    lines.add("  " + palette.faint(result.played().scenario().title()));
    if (!result.attempts().isEmpty()) {
      lines.add("  " + plays(result.plays()));
    }
    result.telling().findings().forEach(f -> lines.addAll(detail(f)));
    result.telling().cleanup().ifPresent(c -> lines.add("  clean-up: " + c));
    return lines;
  }

  /** {@code played 3 times: failed, failed, passed}. */
  private String plays(List<CaseResult> plays) {
    return plays.stream()
        .map(p -> p.verdict().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "played " + plays.size() + " times: ", ""));
  }

  private List<String> detail(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + finding.at().map(p -> p + ": ").orElse("") + finding.kind().prefix());
    lines.add("    expected  " + indent(finding.expected()));
    lines.add("    actual    " + indent(finding.actual()));
    finding.cause().ifPresent(c -> lines.add("    cause     " + indent(c)));
    finding
        .nextStep()
        .ifPresent(
            n ->
                lines.add(
                    "    next      "
                        + indent(n)
                        + finding.owner().map(o -> " (" + o + ")").orElse("")));
    finding.closest().ifPresent(c -> lines.addAll(closest(c)));
    return lines;
  }

  /** The beginning of the closest message, and every further line that is marked as different. */
  private List<String> closest(String text) {
    List<String> all = text.lines().map(String::stripTrailing).toList();
    List<String> shown = new ArrayList<>(all.stream().limit(CLOSEST).toList());
    all.stream().skip(CLOSEST).filter(l -> l.contains("<<<<<")).forEach(shown::add);
    if (shown.size() < all.size()) {
      shown.add("… " + (all.size() - shown.size()) + " more lines in the report");
    }
    return shown.stream().map(l -> "    " + palette.faint("| " + Wrap.clip(l, LONGEST))).toList();
  }

  /** Further lines of a text stand under its first one. */
  private static String indent(String text) {
    return Wrap.clip(text.strip(), LONGEST).replace("\n", "\n              ");
  }

  private List<String> skipped(List<CaseResult> results) {
    Map<String, Integer> reasons = new TreeMap<>();
    results.stream()
        .filter(r -> r.verdict() == Verdict.SKIPPED)
        .forEach(r -> reasons.merge(r.skip().orElse("no reason was given"), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(REASONS)
        .forEach(e -> lines.add(palette.faint("  " + e.getValue() + " skipped: " + e.getKey())));
    int more = reasons.size() - REASONS;
    if (more > 0) {
      lines.add(palette.faint("  and " + more + (more == 1 ? " more reason" : " more reasons")));
    }
    return lines;
  }
}
