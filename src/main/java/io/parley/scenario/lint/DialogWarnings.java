package io.parley.scenario.lint;

import io.parley.model.Actor;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Warns about an INVITE that names somebody new while its actor is in a call: it would be a
 * re-INVITE, and reach the party of that call (RFC 3261 §12.2.1.1).
 */
final class DialogWarnings {
  private final Problems warnings;
  private final Map<String, String> first = new HashMap<>();
  private final Map<String, String> last = new HashMap<>();
  private final Set<String> up = new HashSet<>();

  DialogWarnings(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(Scenario scenario) {
    for (Step step : scenario.steps()) {
      Step plain = step instanceof Step.Grouped g ? g.step() : step;
      if (plain instanceof SendStep.Request s) {
        sent(s, scenario);
      } else if (plain instanceof ReceiveStep.Request r) {
        last.put(r.actor(), r.method());
        ended(r.actor(), r.method());
      } else if (plain instanceof ReceiveStep.Response r) {
        answered(
            r.actor(),
            r.method().orElse(last.getOrDefault(r.actor(), "")),
            r.status().stream().allMatch(p -> p.matches(200)));
      } else if (plain instanceof SendStep.Response r) {
        answered(r.actor(), last.getOrDefault(r.actor(), ""), r.status() == 200);
      }
    }
  }

  private void sent(SendStep.Request send, Scenario scenario) {
    if (send.method().equals("INVITE") && up.contains(send.actor())) {
      send.to()
          .filter(to -> isNew(to, send.actor(), scenario))
          .ifPresent(
              to ->
                  warnings.add(
                      send.at(),
                      send.actor()
                          + " is in a call: this INVITE changes it and does not call "
                          + to,
                      "Give the call a dialog of its own: '"
                          + Actor.person(send.actor())
                          + "/next: { send: INVITE, to: "
                          + to
                          + " }'."));
    }
    send.to().ifPresent(to -> first.putIfAbsent(send.actor(), to));
    last.put(send.actor(), send.method());
    ended(send.actor(), send.method());
  }

  /** Somebody whom it cannot be talking to. */
  private boolean isNew(String to, String actor, Scenario scenario) {
    Actor named = scenario.actors().get(to);
    boolean known = to.equals(first.get(actor)) || to.equals(Actor.person(actor));
    return named != null && named.role() == Actor.Role.CALLEE && !known;
  }

  private void answered(String actor, String method, boolean accepted) {
    if (accepted && method.equals("INVITE")) {
      up.add(actor);
    }
  }

  private void ended(String actor, String method) {
    if (method.equals("BYE")) {
      up.remove(actor);
    }
  }
}
