package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Condition;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Sent;
import io.parley.scenario.surface.StepLine;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one step as written into the model's. */
final class StepWriter {
  private final Map<String, Actor> actors;
  private final Problems problems;
  private final ReceiveWriter receives;
  private final PacketWriter packets;
  private final SendWriter sends;

  StepWriter(Map<String, Actor> actors, BaseOffers bases, Numbers numbers, Problems problems) {
    this.actors = actors;
    this.problems = problems;
    this.sends = new SendWriter(actors, bases, numbers, problems);
    this.receives = new ReceiveWriter(problems);
    this.packets = new PacketWriter(problems);
  }

  /** All steps; what a receive keeps is a step of its own below it, or below its group. */
  List<Step> steps(List<StepLine> lines) {
    List<Step> out = new ArrayList<>();
    List<Step> captures = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      StepLine line = lines.get(i);
      out.addAll(steps(line));
      captures.addAll(captures(line));
      boolean goesOn =
          line.group().isPresent()
              && i + 1 < lines.size()
              && lines.get(i + 1).group().equals(line.group());
      if (!goesOn) {
        out.addAll(captures);
        captures.clear();
      }
    }
    return List.copyOf(out);
  }

  private static List<Step> captures(StepLine line) {
    if (!(line.action() instanceof Action.Receive receive)) {
      return List.of();
    }
    SourcePosition at = line.actor().at();
    return receive.capture().entrySet().stream()
        .map(e -> e.getValue().rule(e.getKey()))
        .<Step>map(rule -> new Step.Capture(rule.at(), line.actor().value(), at, rule))
        .toList();
  }

  private List<Step> steps(StepLine line) {
    if (line.action() instanceof Action.Check check) {
      return List.of(new Step.Check(check.check(), check.when().map(Located::value)));
    }
    return alone(line).stream()
        .map(
            step ->
                line.group()
                    .<Step>map(g -> new Step.Grouped(g.at(), g.within(), line.way(), step))
                    .orElse(step))
        .toList();
  }

  private List<Step> alone(StepLine line) {
    if (line.action() instanceof Action.Pause pause) {
      return List.of(new Step.Pause(line.actor().at(), pause.pause()));
    }
    Actor actor = actors.get(line.actor().value());
    SourcePosition at = line.actor().at();
    Action action = line.action();
    Optional<Condition> when = action.when().map(Located::value);
    if (action instanceof Action.Raw raw) {
      return List.of(new SendStep.Raw(at, actor.name(), raw.raw(), raw.after(), when));
    }
    if (action instanceof Action.Receive receive) {
      return receives.receive(at, actor, receive, when);
    }
    if (action instanceof Action.Never never) {
      return List.of(receives.never(at, actor, never, when));
    }
    if (action instanceof Action.Repeated repeated) {
      return List.of(receives.repeated(at, actor, repeated, when));
    }
    if (action instanceof Action.Disconnect end) {
      new LinkRules(problems).disconnect(at, actor);
      return List.of(new Step.Disconnect(at, actor.name(), end.connection(), when));
    }
    if (action instanceof Action.ServerOutage outage) {
      new LinkRules(problems).ownServer(at, actor);
      return List.of(new Step.ServerOutage(at, actor.name(), outage.outage(), when));
    }
    return List.of(send(at, actor, (Action.Send) action, when));
  }

  private Step send(SourcePosition at, Actor actor, Action.Send send, Optional<Condition> when) {
    if (send.send() instanceof Sent.Packet packet) {
      return packets.send(at, actor, packet.kind(), send, when);
    }
    packets.noAttributes(send);
    return send.send() instanceof Sent.Method method
        ? sends.request(at, actor, method.name(), send, when)
        : sends.response(at, actor, ((Sent.Status) send.send()).code(), send, when);
  }
}
