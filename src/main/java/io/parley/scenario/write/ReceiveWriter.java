package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Condition;
import io.parley.model.Copies;
import io.parley.model.Count;
import io.parley.model.PacketStep;
import io.parley.model.ReceiveStep;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Awaited;
import io.parley.scenario.surface.Percent;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Turns a step that waits, counts or forbids, as written, into the model's. */
final class ReceiveWriter {
  private static final int TOLERANCE = 30;

  private final Problems problems;
  private final PacketWriter packets;

  ReceiveWriter(Problems problems) {
    this.problems = problems;
    this.packets = new PacketWriter(problems);
  }

  /** The step, as often as it says; the first ones must come, the others may. */
  List<Step> receive(
      SourcePosition at, Actor actor, Action.Receive step, Optional<Condition> when) {
    Count times = step.times().map(Located::value).orElse(Count.exactly(1));
    step.times().ifPresent(t -> countable(t, step));
    int most = times.most().orElse(times.least());
    List<Step> out =
        new ArrayList<>(
            Collections.nCopies(times.least(), once(at, actor, step, step.optional(), when)));
    out.addAll(Collections.nCopies(most - times.least(), once(at, actor, step, true, when)));
    return out;
  }

  private void countable(Located<Count> times, Action.Receive step) {
    if (!times.value().hasMost() || times.value().most().getAsInt() < 1) {
      problems.add(
          times.at(),
          "times: a receive counts to an end",
          "Write how many: 2, or 2-4. What must not come stands in 'never'.");
    }
    if (step.receive() instanceof Awaited.Expected || !step.capture().isEmpty()) {
      problems.add(
          times.at(),
          "times: 'receive: expected' and 'capture' concern one message",
          "Write the receive as often as it is wanted.");
    }
  }

  private Step once(
      SourcePosition at,
      Actor actor,
      Action.Receive step,
      boolean optional,
      Optional<Condition> when) {
    if (step.receive() instanceof Awaited.Packet packet) {
      return packets.receive(at, actor, packet.kind(), step, optional, when);
    }
    packets.noAttributes(step);
    if (step.receive() instanceof Awaited.Expected expected) {
      step.fork().ifPresent(f -> problems.add(f.at(), "an expected outcome is of no fork"));
      return new ReceiveStep.Expected(at, actor.name(), expected.name(), when);
    }
    if (step.receive() instanceof Awaited.Method method) {
      step.method()
          .ifPresent(m -> problems.add(m.at(), "'method' goes with a status, not with a method"));
      return request(at, actor, method.name(), step, optional, when);
    }
    List<StatusPattern> statuses = ((Awaited.Statuses) step.receive()).patterns();
    return response(at, actor, statuses, step, optional, when);
  }

  private static Step request(
      SourcePosition at,
      Actor actor,
      String method,
      Action.Receive step,
      boolean optional,
      Optional<Condition> when) {
    return new ReceiveStep.Request(
        at,
        actor.name(),
        method,
        optional,
        step.within(),
        OutcomeReader.checks(step.headers()),
        step.offer(),
        step.answer(),
        step.fork().map(Located::value),
        when);
  }

  private static Step response(
      SourcePosition at,
      Actor actor,
      List<StatusPattern> statuses,
      Action.Receive step,
      boolean optional,
      Optional<Condition> when) {
    return new ReceiveStep.Response(
        at,
        actor.name(),
        step.method().map(Located::value),
        statuses,
        optional,
        step.within(),
        OutcomeReader.checks(step.headers()),
        step.offer(),
        step.answer(),
        step.fork().map(Located::value),
        when);
  }

  /** A message that must not come. */
  Step never(SourcePosition at, Actor actor, Action.Never step, Optional<Condition> when) {
    Awaited what =
        named(
            step.never(),
            "never",
            "Say which message must not come: 'never: BYE', 'never: [180, 183]'.");
    if (what instanceof Awaited.Packet packet) {
      return new PacketStep.Never(at, actor.name(), packet.kind(), step.lasting(), when);
    }
    return new Step.Never(at, actor.name(), what.method(), what.statuses(), step.lasting(), when);
  }

  /** A message that has to be named: 'expected' is no message. */
  private Awaited named(Located<Awaited> what, String key, String example) {
    if (what.value() instanceof Awaited.Expected) {
      problems.add(what.at(), key + ": expected a method or statuses, found 'expected'", example);
    }
    return what.value();
  }

  /** Copies of a message. */
  Step repeated(SourcePosition at, Actor actor, Action.Repeated step, Optional<Condition> when) {
    Awaited what =
        named(
            step.repeated(),
            "repeated",
            "Say which message comes again: 'repeated: INVITE', 'repeated: 200'.");
    packets.noCopies(step.repeated());
    return new Step.Repeated(
        at,
        actor.name(),
        what.method(),
        step.method().map(Located::value),
        what.statuses(),
        copies(step),
        when);
  }

  private Copies copies(Action.Repeated step) {
    counted(step);
    return new Copies(
        step.times().map(Located::value).orElse(Count.atLeast(step.spacing().size())),
        step.spacing(),
        step.tolerance().map(Percent::value).orElse(TOLERANCE),
        step.within(),
        step.lasting());
  }

  private void counted(Action.Repeated step) {
    Optional<Count> times = step.times().map(Located::value);
    boolean exact = times.map(Count::hasMost).orElse(false);
    if (times.isEmpty() && step.spacing().isEmpty()) {
      problems.add(
          step.at(),
          "repeated: neither 'times' nor 'spacing' is there",
          "Say how often it must come again (times: 2+), or when (spacing: [T1, 2*T1]).");
    }
    if (exact && step.lasting().isEmpty()) {
      problems.add(
          step.times().get().at(),
          "times: that no more copies come can be said of a time only",
          "Add 'for: 2s', or write at least so many: " + times.get().least() + "+.");
    }
    if (step.lasting().isPresent() && (step.within().isPresent() || !step.spacing().isEmpty())) {
      problems.add(
          step.at(),
          "repeated: 'for' counts what comes in that time, 'within' and 'spacing' wait for copies",
          "Use one or the other.");
    }
  }
}
