package io.parley.scenario.lint;

import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns about a final response that answers another request than was meant: the one received last,
 * a PRACK or an UPDATE, while the INVITE that came before it is never answered.
 */
final class AnsweredRequests {
  private static final Set<String> BETWEEN = Set.of("PRACK", "UPDATE");

  /** What ends an INVITE without an answer of the script's. */
  private static final Set<String> ENDING = Set.of("CANCEL", "BYE");

  private final Problems warnings;

  AnsweredRequests(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(List<Step> steps) {
    Set<String> actors = steps.stream().map(Step::actor).collect(Collectors.toSet());
    boolean conditional = steps.stream().anyMatch(s -> s.when().isPresent());
    if (!conditional) {
      actors.forEach(a -> check(steps.stream().filter(s -> s.actor().equals(a)).toList(), a));
    }
  }

  private void check(List<Step> own, String actor) {
    List<String> waiting = new ArrayList<>();
    SendStep.Response suspect = null;
    for (Step step : own) {
      if (step instanceof ReceiveStep.Request r && !r.optional()) {
        waiting.add(r.method());
      } else if (step instanceof SendStep.Response s && s.status() >= 200) {
        String answered = s.method().orElseGet(() -> last(waiting));
        boolean between = s.method().isEmpty() && BETWEEN.contains(answered);
        suspect = between && waiting.contains("INVITE") ? s : suspect;
        waiting.remove(answered);
      }
    }
    boolean ends = waiting.stream().anyMatch(ENDING::contains);
    if (suspect != null && waiting.contains("INVITE") && !ends) {
      warnings.add(
          suspect.at(),
          "this "
              + suspect.status()
              + " answers the request that "
              + actor
              + " received last, and the INVITE is never answered",
          "Add 'method: INVITE' where the INVITE is meant; a PRACK is answered by itself.");
    }
  }

  private static String last(List<String> waiting) {
    return waiting.stream().filter(m -> !m.equals("ACK")).reduce("", (first, second) -> second);
  }
}
