package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.scenario.surface.Sent;
import io.parley.scenario.surface.StepLine;
import io.parley.yaml.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns actors and steps as written into those of the model. */
public final class LongForm {
  private final ScenarioFile file;
  private final BaseOffers bases;
  private final Numbers numbers;
  private final Problems problems;
  private final List<StepLine> lines;

  /**
   * A file with steps.
   *
   * @param bases the base offers it may use
   * @param numbers the numbers it need not name
   * @param problems what is wrong
   */
  public LongForm(ScenarioFile file, BaseOffers bases, Numbers numbers, Problems problems) {
    this.file = file;
    this.bases = bases;
    this.numbers = numbers;
    this.problems = problems;
    this.lines = new StepGroups(problems).flat(file.steps().orElseThrow().value());
  }

  /** The script; empty when something in it is wrong. */
  public Optional<Script> script() {
    int before = problems.count();
    shortFormKeys();
    if (lines.isEmpty()) {
      problems.add(file.steps().orElseThrow().at(), "expected steps, found an empty list");
    }
    Map<String, Actor> actors = new Roster(file, lines, bases, numbers, problems).actors();
    new StepReferences(file, lines, problems).check();
    new CheckPaths(actors, lines, problems).check();
    if (problems.count() > before) {
      return Optional.empty();
    }
    StepWriter writer = new StepWriter(actors, bases, numbers, problems);
    List<Step> steps = writer.steps(lines);
    return Optional.of(new Script(Collections.unmodifiableMap(actors), steps, base()));
  }

  private void shortFormKeys() {
    Map<String, SourcePosition> found = new LinkedHashMap<>();
    file.to().ifPresent(t -> found.put("to", t.at()));
    file.from().ifPresent(f -> found.put("from", f.at()));
    file.transport().ifPresent(t -> found.put("transport", t.at()));
    file.certificate().ifPresent(c -> found.put("certificate", c.at()));
    file.family().ifPresent(f -> found.put("family", f.at()));
    file.body().ifPresent(b -> found.put("body", b.at()));
    file.raw().ifPresent(r -> found.put("raw", r.at()));
    file.offer().ifPresent(o -> found.put("offer", file.at()));
    if (!file.headers().isEmpty()) {
      found.put("headers", file.at());
    }
    if (!file.mutate().isEmpty()) {
      found.put("mutate", file.at());
    }
    found.forEach(
        (key, at) ->
            problems.add(
                at,
                "'" + key + "' beside steps belongs to the short form",
                "Move it to the actor or to the step that sends."));
  }

  /** The base of the first INVITE's offer. */
  private Optional<Scenario.ControlOffer> base() {
    for (StepLine line : lines) {
      if (line.action() instanceof Action.Send s
          && s.send() instanceof Sent.Method m
          && m.name().equals("INVITE")) {
        Optional<String> own = s.offer().flatMap(o -> o.value().base());
        return own.filter(b -> !b.equals("actor"))
            .or(() -> s.offer().isPresent() && own.isEmpty() ? own : actorBase(line))
            .flatMap(name -> bases.base(name).map(o -> new Scenario.ControlOffer(name, o)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> actorBase(StepLine line) {
    return Optional.ofNullable(file.actors().get(line.actor().value()))
        .flatMap(a -> a.value().offer())
        .flatMap(OfferSpec::base);
  }
}
