package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Condition;
import io.parley.model.PacketKind;
import io.parley.model.PacketStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.model.StunAttributeName;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Awaited;
import io.parley.scenario.surface.HeaderAsk;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Optional;

/** Turns a receive of a packet at a media port, as written, into the model's. */
final class PacketWriter {
  /** An attribute by its type. */
  private static final String UNNAMED = "0x[0-9a-f]{4}";

  private final Problems problems;

  PacketWriter(Problems problems) {
    this.problems = problems;
  }

  /** The step; what only a message can have is in the problems. */
  Step receive(
      SourcePosition at,
      Actor actor,
      PacketKind packet,
      Action.Receive step,
      boolean optional,
      Optional<Condition> when) {
    boolean asksMessage =
        step.method().isPresent()
            || step.fork().isPresent()
            || step.offer().isPresent()
            || step.answer().isPresent()
            || !step.headers().isEmpty()
            || !step.capture().isEmpty();
    if (asksMessage) {
      problems.add(
          step.at(),
          "a packet at the media port has no method, fork, headers, offer or answer, and nothing to"
              + " capture",
          "Its checks stand in 'attributes' (STUN), and 'within', 'times' and 'optional' go with"
              + " it.");
    }
    if (!packet.isStun()) {
      noAttributes(step);
    }
    step.attributes().forEach(this::known);
    return new PacketStep.Receive(
        at,
        actor.name(),
        packet,
        optional,
        step.within(),
        OutcomeReader.checks(step.attributes()),
        when);
  }

  /** A misspelt name would be absent in every message. */
  private void known(String name, HeaderAsk ask) {
    List<String> names = StunAttributeName.texts();
    if (names.stream().noneMatch(name::equalsIgnoreCase) && !name.matches(UNNAMED)) {
      problems.add(
          ask.at(),
          "attributes: unknown STUN attribute '" + name + "'",
          Suggestion.hint(name, "Attributes", names));
    }
  }

  /** Only STUN has attributes. */
  void noAttributes(Action.Receive step) {
    if (!step.attributes().isEmpty()) {
      problems.add(
          step.at(),
          "only STUN messages have attributes",
          "Headers of a SIP message stand in 'headers'.");
    }
  }

  /** Copies are counted of messages. */
  void noCopies(Located<Awaited> repeated) {
    if (repeated.value() instanceof Awaited.Packet) {
      problems.add(
          repeated.at(),
          "repeated: copies are counted of SIP messages",
          "Count packets with 'receive: …, times: 3'.");
    }
  }
}
