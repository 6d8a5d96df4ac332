package io.parley.scenario.expand;

import io.parley.model.SourcePosition;
import io.parley.scenario.context.LoadContext;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Names that the target and the machine give values to: its numbers, what it is called, the
 * environment.
 */
final class TargetNames {
  /** Numbers that scenarios may take for granted as names; a target need not have them. */
  static final List<String> NUMBERS =
      List.of(
          "caller",
          "callee",
          "busy",
          "unknown",
          "declined",
          "cost",
          "error",
          "unavailable",
          "redundant");

  /** What only a target has that monitors its far end, and something in its place. */
  private static final Map<String, String> MONITORING =
      Map.of(
          "monitor-interval", "1s",
          "monitor-unanswered", "1",
          "monitor-outage", "1s",
          "monitor-answered", "1",
          "monitor-recovery", "1s");

  private final LoadContext context;
  private final List<String> lacking = new ArrayList<>();

  TargetNames(LoadContext context) {
    this.context = context;
  }

  /** Why the case does not apply to the target: names that the target lacks. */
  Optional<String> skip() {
    return lacking.stream().findFirst();
  }

  /** {@code ${numbers.name}}. */
  Names.Value number(String name, SourcePosition at) {
    if (context.leased().contains(name)) {
      return Names.Value.AS_WRITTEN;
    }
    String number = context.numbers().get(name);
    if (number != null) {
      return Names.Value.of(new Scalar(at, number, true));
    }
    TreeSet<String> known = new TreeSet<>(NUMBERS);
    known.addAll(context.numbers().keySet());
    if (!known.contains(name) && Suggestion.nearest(name, known).isPresent()) {
      return Names.Value.wrong(
          "unknown number '" + name + "'", Suggestion.hint(name, "Numbers", known));
    }
    return lack("the target has no number '" + name + "'");
  }

  /** {@code ${target.name}}. */
  Names.Value target(String name, SourcePosition at) {
    String value = context.target().get(name);
    if (value != null) {
      return Names.Value.of(new Scalar(at, value, false));
    }
    if (Suggestion.nearest(name, context.target().keySet()).isPresent()) {
      return Names.Value.wrong(
          "unknown name 'target." + name + "'",
          Suggestion.hint(name, "Known", context.target().keySet()));
    }
    Names.Value lacking = lack("the target has no '" + name + "'");
    // The case is skipped; that the step it stands in can be read is all that counts.
    return MONITORING.containsKey(name)
        ? Names.Value.of(new Scalar(at, MONITORING.get(name), false))
        : lacking;
  }

  /** {@code ${env.name}}. */
  Names.Value environment(String name, SourcePosition at) {
    String value = context.env().get(name);
    return value == null
        ? Names.Value.wrong(
            "the environment variable '" + name + "' is not set",
            Optional.of("Set it before the run."))
        : Names.Value.of(new Scalar(at, value, true));
  }

  private Names.Value lack(String reason) {
    lacking.add(reason);
    return Names.Value.AS_WRITTEN;
  }
}
