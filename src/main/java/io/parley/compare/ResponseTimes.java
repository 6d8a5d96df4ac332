package io.parley.compare;

import io.parley.record.Play;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Whose response times shifted by more than the noise. Each case is one question to {@link
 * RankSum}; since there are many, {@value #ALPHA} is the share of false ones among those that are
 * told (Benjamini and Hochberg 1995). A shift is told only where it is also larger than what the
 * values of one run differ by among themselves, and than {@value #LEAST} ms, which a busy machine
 * takes.
 */
final class ResponseTimes {
  private static final double ALPHA = 0.01;
  private static final double LEAST = 10;
  private static final String FINAL = "final response";

  private record Question(String id, Sample sample, double p) {}

  private final List<Question> questions = new ArrayList<>();
  private int timed;

  /** Asks about one case; the plays that ended as most did count. */
  void add(String id, List<Play> before, List<Play> after) {
    OptionalInt status = usual(before);
    if (status.isEmpty() || !status.equals(usual(after))) {
      return;
    }
    timed++;
    Function<Function<Play, OptionalDouble>, Sample> sample =
        time -> new Sample("", values(before, status, time), values(after, status, time));
    ask(id, FINAL, sample.apply(Play::answered));
    ask(id, "first provisional response", sample.apply(Play::provisional));
  }

  private void ask(String id, String what, Sample s) {
    if (RankSum.least(s.before().length, s.after().length) <= ALPHA) {
      Sample named = new Sample(what, s.before(), s.after());
      questions.add(new Question(id, named, named.p()));
    }
  }

  private static OptionalInt usual(List<Play> plays) {
    Map<Integer, Integer> count = new LinkedHashMap<>();
    plays.forEach(p -> p.status().ifPresent(s -> count.merge(s, 1, Integer::sum)));
    return count.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> OptionalInt.of(e.getKey()))
        .orElse(OptionalInt.empty());
  }

  private static double[] values(
      List<Play> plays, OptionalInt status, Function<Play, OptionalDouble> time) {
    return plays.stream()
        .filter(p -> p.status().equals(status))
        .map(time)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** What shifted, by the id of its case; the final response where both did. */
  Map<String, Difference> shifts() {
    List<Question> byP = new ArrayList<>(questions);
    byP.sort(Comparator.comparingDouble(Question::p));
    int told = 0;
    for (int i = 0; i < byP.size(); i++) {
      told = byP.get(i).p() <= ALPHA * (i + 1) / byP.size() ? i + 1 : told;
    }
    Map<String, Difference> out = new LinkedHashMap<>();
    byP.subList(0, told).stream()
        .filter(q -> Math.abs(q.sample().shift()) > Math.max(LEAST, q.sample().noise()))
        .sorted(Comparator.comparing(q -> q.sample().what().equals(FINAL) ? 0 : 1))
        .forEach(q -> out.putIfAbsent(q.id(), difference(q.sample())));
    return out;
  }

  private static Difference difference(Sample s) {
    return new Difference(
        Kind.TIME, "", s.what(), Sample.words(s.before()), Sample.words(s.after()));
  }

  /**
   * Why times cannot be judged, or what it takes to see less; empty when there is none to judge.
   */
  Optional<String> limits() {
    if (timed == 0) {
      return Optional.empty();
    }
    if (questions.isEmpty()) {
      return Optional.of(
          "response times cannot be judged: too few plays of each case. Run both with --repeat "
              + plays(1)
              + " or more");
    }
    int needed = plays(questions.size());
    boolean enough =
        questions.stream()
            .allMatch(
                q -> Math.min(q.sample().before().length, q.sample().after().length) >= needed);
    return enough
        ? Optional.empty()
        : Optional.of(
            "response times: among "
                + timed
                + " cases a shift of one alone shows from --repeat "
                + needed
                + " on");
  }

  /** How often each case must be played so that one of so many can be told. */
  private static int plays(int questions) {
    int n = 1;
    while (RankSum.least(n, n) > ALPHA / questions) {
      n++;
    }
    return n;
  }
}
