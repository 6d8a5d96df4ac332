package io.parley.scenario.write;

import io.parley.model.Condition;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Awaited;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.scenario.surface.StepLine;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that {@code expect}, {@code receive: expected} and {@code when} refer to each other. */
final class StepReferences {
  private final ScenarioFile file;
  private final List<StepLine> lines;
  private final Problems problems;

  StepReferences(ScenarioFile file, List<StepLine> lines, Problems problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  void check() {
    Set<String> awaited = new LinkedHashSet<>();
    Set<String> ways = new LinkedHashSet<>();
    for (StepLine line : lines) {
      line.action().when().ifPresent(when -> when(when, awaited, ways));
      line.way().ifPresent(ways::add);
      if (line.action() instanceof Action.Receive r && r.receive() instanceof Awaited.Expected e) {
        expected(r, e.name(), awaited);
      }
    }
    if (file.expect().isPresent() && awaited.isEmpty()) {
      problems.add(
          file.expect().get().map().at(),
          "expect is never checked: no step says 'receive: expected'",
          "Add such a step, or remove expect.");
    }
    if (awaited.contains("") && awaited.size() > 1) {
      problems.add(
          file.expect().map(b -> b.map().at()).orElse(file.at()),
          "steps wait for 'expected' and for 'expected.<name>'",
          "Give every expectation a name.");
    }
  }

  private void expected(Action.Receive step, String name, Set<String> awaited) {
    awaited.add(name);
    boolean known =
        file.expect().isPresent()
            && (name.isEmpty() || file.expect().get().map().get(name).isPresent());
    if (!known) {
      String what = name.isEmpty() ? "expect" : "expect." + name;
      problems.add(
          step.at(),
          "the step waits for what " + what + " says, and there is none",
          "Add " + what + ".");
    }
    if (!step.headers().isEmpty() || step.answer().isPresent() || step.offer().isPresent()) {
      problems.add(
          step.at(), "'receive: expected' takes no checks of its own", "Write them into expect.");
    }
  }

  private void when(Located<Condition> when, Set<String> awaited, Set<String> ways) {
    if (when.value() instanceof Condition.Taken taken && !ways.contains(taken.name())) {
      problems.add(
          when.at(),
          "no either above has a way '" + taken.name() + "'",
          Suggestion.hint(taken.name(), "Ways", ways));
    } else if (when.value() instanceof Condition.Met met && !awaited.contains(met.expected())) {
      String name = met.expected();
      String reference = name.isEmpty() ? "expected" : "expected." + name;
      problems.add(
          when.at(),
          "no step above waits for '" + reference + "'",
          "Put 'receive: " + reference + "' above it.");
    }
  }
}
