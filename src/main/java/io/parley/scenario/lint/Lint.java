package io.parley.scenario.lint;

import io.parley.model.Actor;
import io.parley.model.Control;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.Outcome;
import io.parley.model.RawMessage;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Warns about scenarios that load but check nothing, or whose result would prove nothing. Only what
 * is surely so: a warning that is wrong once is read never again.
 */
public final class Lint {
  private static final int FIRST_FINAL = 200;
  private static final int LAST_FINAL = 699;

  private final Problems warnings;

  /** Warns there. */
  public Lint(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at one scenario in one matrix cell. */
  public void check(Scenario scenario) {
    expectations(scenario).forEach(e -> anything(e));
    if (scenario.control() instanceof Control.None && !provesItself(scenario)) {
      expectations(scenario).forEach(this::unproved);
    }
    checksNothing(scenario);
    scenario.steps().forEach(this::unended);
    new UnreachableSteps(warnings).check(scenario.steps());
    new AnsweredRequests(warnings).check(scenario.steps());
    new DialogWarnings(warnings).check(scenario);
    new CopyWarnings(warnings).check(scenario);
    new PacketWarnings(warnings).check(scenario);
    new WayWarnings(warnings).check(scenario.steps());
  }

  private static Stream<Expectation> expectations(Scenario scenario) {
    return scenario.expect().values().stream().flatMap(e -> all(e).stream());
  }

  private static Collection<Expectation> all(Expectations expectations) {
    return expectations instanceof Expectations.Flat flat
        ? List.of(flat.expectation())
        : ((Expectations.ByProfile) expectations).profiles().values();
  }

  /** Every final response is as good as any other. */
  private void anything(Expectation expectation) {
    boolean every =
        IntStream.rangeClosed(FIRST_FINAL, LAST_FINAL)
            .allMatch(s -> expectation.any().stream().anyMatch(o -> asksNothingElse(o, s)));
    if (every) {
      warnings.add(
          expectation.at(),
          "every final response meets this expectation",
          "Say which ones are right.");
    }
  }

  private static boolean asksNothingElse(Outcome outcome, int status) {
    return outcome.headers().isEmpty()
        && outcome.answer().isEmpty()
        && outcome.status().stream().anyMatch(p -> p.matches(status));
  }

  private void unproved(Expectation expectation) {
    boolean refusal =
        expectation.any().stream()
            .allMatch(o -> !o.repaired() && o.status().stream().noneMatch(p -> p.matches(200)));
    if (refusal && expectation.why().isEmpty()) {
      warnings.add(
          expectation.at(),
          "a refusal without a control proves nothing: the target may refuse every call",
          "Remove 'control: none', name a scenario that is the proof, or say why none is needed"
              + " (why: …).");
    }
  }

  /** A script whose own steps show that good calls are taken, or that nothing good is sent. */
  private static boolean provesItself(Scenario scenario) {
    return scenario.malformed()
        || scenario.actors().values().stream().anyMatch(a -> a.role() == Actor.Role.CALLEE)
        || scenario.steps().stream()
            .anyMatch(
                s ->
                    s instanceof ReceiveStep.Response r
                        && !r.optional()
                        && r.status().stream().anyMatch(p -> p.matches(200)));
  }

  /** After something malformed the target is asked whether it is alive, which is a check. */
  private void checksNothing(Scenario scenario) {
    boolean sendsOnly =
        scenario.steps().stream()
            .allMatch(
                s ->
                    s instanceof SendStep.Request
                        || s instanceof SendStep.Response
                        || s instanceof Step.Pause);
    if (sendsOnly && !scenario.malformed()) {
      warnings.add(
          scenario.at(),
          "nothing is checked: no step receives anything",
          "Add the receive steps that must follow.");
    }
  }

  /** A block of text loses its blank last line unless it is kept with {@code |+}. */
  private void unended(Step step) {
    if (step instanceof SendStep.Raw raw
        && raw.message() instanceof RawMessage.Text text
        && !text.text().replace("\r", "").contains("\n\n")) {
      warnings.add(
          raw.at(),
          "no empty line ends the headers of this message",
          "Write 'raw: |+' to keep the empty line at the end of the text.");
    }
  }
}
