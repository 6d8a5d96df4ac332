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
import io.parley.scenario.surface.HeaderValues;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Optional;

/** Turns what is sent from a media port or received there, as written, into the model's. */
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
    if (asksOfMessage(step)) {
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

  /** A STUN message to send. */
  Step send(
      SourcePosition at,
      Actor actor,
      PacketKind packet,
      Action.Send step,
      Optional<Condition> when) {
    if (saysOfMessage(step)) {
      problems.add(
          step.at(),
          "a STUN message has no number, headers, body or fork, and goes to the candidate in the SDP"
              + " that came",
          "What it says otherwise than ICE does stands in 'attributes'.");
    }
    step.attributes().forEach((name, values) -> value(step, name, values.values()));
    if (packet == PacketKind.STUN_ERROR) {
      hasCode(step);
    }
    return new PacketStep.Send(
        at, actor.name(), packet, HeaderValues.edits(step.attributes()), step.after(), when);
  }

  private static boolean asksOfMessage(Action.Receive step) {
    return step.method().isPresent()
        || step.fork().isPresent()
        || step.offer().isPresent()
        || step.answer().isPresent()
        || !step.headers().isEmpty()
        || !step.capture().isEmpty();
  }

  private static boolean saysOfMessage(Action.Send step) {
    return step.to().isPresent()
        || step.offer().isPresent()
        || step.answer().isPresent()
        || step.body().isPresent()
        || step.mutate().isPresent()
        || step.phrase().isPresent()
        || step.method().isPresent()
        || step.reliable().isPresent()
        || step.fork().isPresent()
        || !step.headers().isEmpty();
  }

  private void hasCode(Action.Send error) {
    String code = StunAttributeName.ERROR_CODE.toString();
    if (error.attributes().keySet().stream().noneMatch(code::equalsIgnoreCase)) {
      problems.add(
          error.at(),
          "a STUN error has a code",
          "Add attributes: { ERROR-CODE: 487 Role Conflict }.");
    }
  }

  private void value(Action.Send step, String name, List<String> values) {
    Optional<StunAttributeName.Form> form =
        StunAttributeName.named(name)
            .map(StunAttributeName::form)
            .or(
                () ->
                    name.matches(UNNAMED)
                        ? Optional.of(StunAttributeName.Form.BYTES)
                        : Optional.empty());
    if (form.isEmpty()) {
      unknown(step.at(), name);
    } else if (values.size() > 1 || values.stream().anyMatch(v -> !form.get().takes(v))) {
      problems.add(
          step.at(),
          name + ": expected " + form.get().words() + ", found " + String.join(", ", values),
          "~ leaves the attribute out.");
    }
  }

  private void unknown(SourcePosition at, String name) {
    problems.add(
        at,
        "attributes: unknown STUN attribute '" + name + "'",
        Suggestion.hint(name, "Attributes", StunAttributeName.texts()));
  }

  /** Only STUN has attributes. */
  void noAttributes(Action.Send step) {
    if (!step.attributes().isEmpty()) {
      problems.add(
          step.at(),
          "only STUN messages have attributes",
          "Headers of a SIP message stand in 'headers'.");
    }
  }

  /** A misspelt name would be absent in every message. */
  private void known(String name, HeaderAsk ask) {
    if (StunAttributeName.named(name).isEmpty() && !name.matches(UNNAMED)) {
      unknown(ask.at(), name);
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
