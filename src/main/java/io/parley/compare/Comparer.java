package io.parley.compare;

import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds two runs against each other. Used once. */
public final class Comparer {
  private final RecordedRun before;
  private final RecordedRun after;
  private final Noise noise;
  private final Map<String, RecordedCase> was;
  private final Map<String, RecordedCase> is;
  private final ResponseTimes times = new ResponseTimes();
  private int compared;

  /**
   * A comparison to be made.
   *
   * @param before the first run
   * @param after the second run
   * @param noise what differs anyway
   */
  public Comparer(RecordedRun before, RecordedRun after, Noise noise) {
    this.before = before;
    this.after = after;
    this.noise = noise;
    this.was = byId(before);
    this.is = byId(after);
  }

  private static Map<String, RecordedCase> byId(RecordedRun run) {
    Map<String, RecordedCase> out = new LinkedHashMap<>();
    run.cases().forEach(c -> out.put(c.id(), c));
    return out;
  }

  /**
   * Compares.
   *
   * @throws io.parley.record.UnreadableRunException when the runs have no case in common
   */
  public RunComparison compare() {
    Remarks remarks = new Remarks(before, after, was, is);
    List<ComparedCase> out = new ArrayList<>();
    is.forEach((id, c) -> out.add(was.containsKey(id) ? both(was.get(id), c) : onlyAfter(c)));
    was.forEach(
        (id, c) -> {
          if (!is.containsKey(id)) {
            out.add(onlyBefore(c));
          }
        });
    Map<String, Difference> shifts = times.shifts();
    List<ComparedCase> different =
        out.stream()
            .map(c -> with(c, Optional.ofNullable(shifts.get(c.id()))))
            .filter(c -> !c.differences().isEmpty())
            .toList();
    List<String> words = new ArrayList<>(remarks.all());
    times.limits().ifPresent(words::add);
    return new RunComparison(before, after, compared, different, List.of(), List.copyOf(words));
  }

  private static ComparedCase with(ComparedCase c, Optional<Difference> shift) {
    if (shift.isEmpty()) {
      return c;
    }
    List<Difference> more = new ArrayList<>(c.differences());
    more.add(shift.get());
    return new ComparedCase(
        c.id(),
        c.title(),
        c.before(),
        c.after(),
        c.scenarioChanged(),
        List.copyOf(more),
        c.details(),
        c.finding());
  }

  private ComparedCase both(RecordedCase a, RecordedCase b) {
    Verdict from = a.verdict();
    Verdict to = b.verdict();
    boolean played = from != Verdict.SKIPPED && to != Verdict.SKIPPED;
    if (played) {
      compared++;
      times.add(b.id(), a.plays(), b.plays());
    }
    List<Difference> traits =
        played ? new TraitComparison(noise, a.seen(), b.seen()).differences() : List.of();
    List<Difference> verdict = from == to ? List.of() : List.of(verdict(a, b));
    return new ComparedCase(
        b.id(),
        b.text("title").orElse(""),
        Optional.of(from),
        Optional.of(to),
        !a.hash().equals(b.hash()) && a.hash().isPresent() && b.hash().isPresent(),
        verdict.isEmpty() ? traits : verdict,
        verdict.isEmpty() ? List.of() : traits,
        to == Verdict.PASSED ? a.finding() : b.finding());
  }

  private static Difference verdict(RecordedCase a, RecordedCase b) {
    Verdict from = a.verdict();
    Verdict to = b.verdict();
    Kind kind =
        from == Verdict.SKIPPED || to == Verdict.SKIPPED
            ? Kind.COVERAGE
            : from == Verdict.PASSED
                ? Kind.REGRESSION
                : to == Verdict.PASSED ? Kind.REPAIR : Kind.VERDICT;
    return new Difference(kind, "", "verdict", words(a), words(b));
  }

  private static String words(RecordedCase c) {
    int plays = c.plays().size();
    long good = c.plays().stream().filter(p -> p.verdict() == c.verdict()).count();
    String word = c.verdict().name().toLowerCase(Locale.ROOT);
    return word
        + (good < plays ? " in " + good + " of " + plays + " plays" : "")
        + c.text("skip").map(s -> ": " + s).orElse("");
  }

  /** A run that was cut off says nothing about what it did not reach. */
  private ComparedCase onlyAfter(RecordedCase c) {
    boolean silent = c.verdict() == Verdict.SKIPPED || !before.isComplete();
    Difference d = new Difference(Kind.ONLY_AFTER, "", "case", "absent", words(c));
    return oneSided(c, Optional.empty(), Optional.of(c.verdict()), silent ? List.of() : List.of(d));
  }

  private ComparedCase onlyBefore(RecordedCase c) {
    boolean silent = c.verdict() == Verdict.SKIPPED || !after.isComplete();
    Difference d = new Difference(Kind.ONLY_BEFORE, "", "case", words(c), "absent");
    return oneSided(c, Optional.of(c.verdict()), Optional.empty(), silent ? List.of() : List.of(d));
  }

  private static ComparedCase oneSided(
      RecordedCase c,
      Optional<Verdict> before,
      Optional<Verdict> after,
      List<Difference> differences) {
    return new ComparedCase(
        c.id(),
        c.text("title").orElse(""),
        before,
        after,
        false,
        differences,
        List.of(),
        Optional.empty());
  }
}
