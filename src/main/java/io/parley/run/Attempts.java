package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays a case as often as was asked: again while it goes wrong, or so many times whatever happens.
 * Each play is one of its own, with numbers, a Call-ID and a place in the limits, and begins when
 * the wire is clean after the one before.
 */
final class Attempts implements Function<Case, CaseResult> {
  private final Function<Case, CaseResult> player;
  private final RunRequest.Repetition wanted;
  private final BiFunction<Case, CaseResult, Optional<String>> objection;

  /**
   * A player that plays again.
   *
   * @param player plays a case once
   * @param wanted how often
   * @param objection why a case that ended like this must not be played again; empty = it may
   */
  Attempts(
      Function<Case, CaseResult> player,
      RunRequest.Repetition wanted,
      BiFunction<Case, CaseResult, Optional<String>> objection) {
    this.player = player;
    this.wanted = wanted;
    this.objection = objection;
  }

  @Override
  public CaseResult apply(Case due) {
    List<CaseResult> plays = new ArrayList<>(List.of(player.apply(due)));
    Optional<String> end = Optional.empty();
    while (end.isEmpty() && isDue(plays)) {
      end = objection.apply(due, last(plays)).map(why -> "not played again: " + why);
      if (end.isEmpty()) {
        CaseResult next = player.apply(due);
        if (next.verdict() == Verdict.SKIPPED) {
          end = next.skip().map(why -> "played again, " + why);
        } else {
          plays.add(next);
        }
      }
    }
    CaseResult told = told(plays);
    return end.map(told::noting).orElse(told);
  }

  private boolean isDue(List<CaseResult> plays) {
    CaseResult last = last(plays);
    if (last.verdict() == Verdict.SKIPPED) {
      return false;
    }
    return plays.size() < wanted.repeat() || last.wentWrong() && plays.size() <= wanted.retries();
  }

  /** The play that counts, among the others. */
  private CaseResult told(List<CaseResult> plays) {
    if (plays.size() == 1) {
      return plays.get(0);
    }
    CaseResult counts = wanted.repeat() > 1 ? worst(plays) : last(plays);
    List<CaseResult> others = plays.stream().filter(p -> p != counts).toList();
    CaseResult told = counts.among(others);
    return plays.stream().anyMatch(CaseResult::wentWrong) ? told.noting(tally(plays)) : told;
  }

  private static CaseResult last(List<CaseResult> plays) {
    return plays.get(plays.size() - 1);
  }

  /** The first of the worst. */
  private static CaseResult worst(List<CaseResult> plays) {
    return plays.stream().min(Comparator.comparing(p -> rank(p.verdict()))).orElseThrow();
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> 0;
      case BROKEN -> 1;
      case PASSED -> 2;
      case SKIPPED -> 3;
    };
  }

  /** {@code played 3 times: 1 passed, 2 failed}. */
  private static String tally(List<CaseResult> plays) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    plays.forEach(p -> counts.merge(p.verdict(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "played " + plays.size() + " times: ", ""));
  }
}
