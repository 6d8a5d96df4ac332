package io.parley.run;

import io.parley.model.Case;
import io.parley.result.CaseResult;
import io.parley.target.Hooks;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Starts the user's program after each case that failed or broke, one at a time; what it says goes
 * with the case.
 */
final class FailureHook implements Function<Case, CaseResult> {
  private final Function<Case, CaseResult> player;
  private final Hooks.Hook hook;
  private final String target;
  private final Object turn = new Object();

  /**
   * A player with a hook.
   *
   * @param player plays a case
   * @param hook what is started
   * @param target name of what is under test
   */
  FailureHook(Function<Case, CaseResult> player, Hooks.Hook hook, String target) {
    this.player = player;
    this.hook = hook;
    this.target = target;
  }

  @Override
  public CaseResult apply(Case due) {
    CaseResult result = player.apply(due);
    if (!result.wentWrong()) {
      return result;
    }
    synchronized (turn) {
      try {
        return result.with(HookProcess.run(hook, environment(result)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return result;
      }
    }
  }

  /** What a program needs to find the case in the log of an SBC. */
  private Map<String, String> environment(CaseResult result) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("PARLEY_TARGET", target);
    out.put("PARLEY_CASE", result.played().id().toString());
    out.put("PARLEY_VERDICT", result.verdict().toString().toLowerCase(Locale.ROOT));
    out.put("PARLEY_STARTED", result.started().toString());
    out.put("PARLEY_ENDED", result.ended().toString());
    out.put(
        "PARLEY_CALL_ID",
        result.transcript().stream()
            .map(e -> e.message().callId())
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse(""));
    return out;
  }
}
