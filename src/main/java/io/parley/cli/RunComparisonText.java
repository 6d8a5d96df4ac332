package io.parley.cli;

import io.parley.compare.ComparedCase;
import io.parley.compare.Difference;
import io.parley.compare.Kind;
import io.parley.compare.RunComparison;
import io.parley.record.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two runs held against each other, as a terminal shows them.
 *
 * @param palette how words are coloured
 */
record RunComparisonText(Palette palette) {
  private static final int LONGEST = 400;
  private static final int EXAMPLES = 4;
  private static final int MOST_GROUPS = 12;

  /** What differs, what matters most first. */
  List<String> lines(RunComparison c) {
    List<String> out = new ArrayList<>();
    out.addAll(Paragraph.of(0, "before", run(c.before())));
    out.addAll(Paragraph.of(0, "after", run(c.after())));
    c.remarks().forEach(r -> out.addAll(Paragraph.of(0, "note", r)));
    for (Kind kind : Kind.values()) {
      if (c.count(kind) > 0) {
        out.add("");
        out.addAll(kind(kind, c));
      }
    }
    out.add("");
    if (!c.accepted().isEmpty()) {
      out.add(palette.faint(c.accepted().size() + " differences are accepted:"));
      reasons(c).forEach(out::add);
      out.add("");
    }
    out.add(summary(c));
    return out;
  }

  private static String run(RecordedRun run) {
    return run.path()
        + ": "
        + run.about("target").orElse("unknown target")
        + run.about("address").map(a -> " (" + a + ")").orElse("")
        + ", "
        + cases(run.cases().size())
        + run.about("started").map(s -> ", " + s.replaceAll("\\.\\d+Z", "Z")).orElse("");
  }

  private List<String> kind(Kind kind, RunComparison c) {
    List<String> out = new ArrayList<>();
    String head = palette.strong(colour(kind, kind.label())) + "  " + kind.words();
    out.add(head + palette.faint("  (" + cases((int) c.count(kind)) + ")"));
    if (kind == Kind.REGRESSION || kind == Kind.REPAIR || kind == Kind.VERDICT) {
      c.cases().stream()
          .filter(k -> k.differences().stream().anyMatch(d -> d.kind() == kind))
          .forEach(k -> out.addAll(verdict(k)));
      return out;
    }
    List<RunComparison.Group> groups =
        c.groups().stream().filter(g -> g.difference().kind() == kind).toList();
    groups.stream().limit(MOST_GROUPS).forEach(g -> out.addAll(group(g)));
    if (groups.size() > MOST_GROUPS) {
      out.add("  and " + (groups.size() - MOST_GROUPS) + " more: see --html or --json");
    }
    return out;
  }

  private String colour(Kind kind, String text) {
    return switch (kind) {
      case REGRESSION -> palette.bad(text);
      case REPAIR -> palette.good(text);
      default -> palette.warn(text);
    };
  }

  private List<String> verdict(ComparedCase c) {
    Difference verdict = c.differences().get(0);
    List<String> out = new ArrayList<>();
    out.add(
        "  "
            + palette.strong(c.id())
            + "  "
            + verdict.from()
            + " → "
            + verdict.to()
            + (c.scenarioChanged() ? palette.warn("  (its scenario was changed)") : ""));
    c.finding().ifPresent(f -> out.addAll(Paragraph.of(6, "finding", cut(f))));
    c.details().forEach(d -> out.addAll(Paragraph.of(6, "", sentence(d))));
    return out;
  }

  private static String sentence(Difference d) {
    return d.place() + ": " + cut(d.from()) + " → " + cut(d.to());
  }

  private List<String> group(RunComparison.Group g) {
    Difference d = g.difference();
    List<String> out = new ArrayList<>();
    out.add("  " + d.place());
    out.addAll(Paragraph.of(6, "before", cut(d.from())));
    out.addAll(Paragraph.of(6, "after", cut(d.to())));
    List<String> ids = g.cases();
    String more = ids.size() > EXAMPLES ? " and " + (ids.size() - EXAMPLES) + " more" : "";
    String named = String.join(", ", ids.subList(0, Math.min(EXAMPLES, ids.size())));
    out.addAll(Paragraph.of(6, "in", named + more));
    return out;
  }

  private static List<String> reasons(RunComparison c) {
    return c.accepted().stream()
        .map(a -> a.reason().strip())
        .distinct()
        .flatMap(r -> Paragraph.of(2, times(c, r) + " ×", r).stream())
        .toList();
  }

  private static long times(RunComparison c, String reason) {
    return c.accepted().stream().filter(a -> a.reason().strip().equals(reason)).count();
  }

  private String summary(RunComparison c) {
    String all = cases(c.compared()) + " compared: ";
    if (c.cases().isEmpty()) {
      return all + palette.good("nothing differs");
    }
    long bad = c.count(Kind.REGRESSION);
    long good = c.count(Kind.REPAIR);
    long other = c.cases().size() - bad - good;
    List<String> parts = new ArrayList<>();
    parts.add(bad > 0 ? palette.bad(count(bad, "regression")) : "no regression");
    Optional.of(good).filter(n -> n > 0).ifPresent(n -> parts.add(count(n, "repair")));
    Optional.of(other)
        .filter(n -> n > 0)
        .ifPresent(n -> parts.add(cases(n.intValue()) + (n == 1 ? " differs" : " differ")));
    return all + String.join(", ", parts);
  }

  private static String count(long n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }

  private static String cases(int n) {
    return count(n, "case");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
  }
}
