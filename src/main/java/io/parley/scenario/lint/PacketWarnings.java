package io.parley.scenario.lint;

import io.parley.model.Actor;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.PacketKind;
import io.parley.model.PacketStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.model.StreamSpec;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns about steps that listen at a media port where nothing can come. */
final class PacketWarnings {
  private final Problems warnings;

  PacketWarnings(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(Scenario scenario) {
    List<Step> above = new ArrayList<>();
    for (Step step : scenario.steps()) {
      Step plain = step instanceof Step.Grouped g ? g.step() : step;
      if (plain instanceof PacketStep packet) {
        check(packet, scenario.actors().get(packet.actor()), above);
      }
      above.add(plain);
    }
  }

  private void check(PacketStep step, Actor actor, List<Step> above) {
    List<Step> own =
        above.stream()
            .filter(s -> s.actor().equals(actor.name()))
            .filter(s -> s instanceof SendStep.Request || s instanceof SendStep.Response)
            .toList();
    Optional<OfferSpec> last =
        own.stream().flatMap(s -> described(s, actor).stream()).reduce((earlier, later) -> later);
    if (last.flatMap(OfferSpec::raw).isPresent()) {
      return; // whatever it says
    }
    Optional<StreamSpec> said = last.map(OfferSpec::audio);
    if (own.isEmpty()) {
      nothing(
          step.at(),
          actor.name() + " has named no media port yet",
          "Put the step below the send that has the offer or the answer.");
    } else if (said.isPresent()) {
      elsewhere(step, actor, said.get());
    }
    unasked(step, actor, above);
    boolean ice = said.flatMap(StreamSpec::ice).filter(PacketWarnings::speaks).isPresent();
    if (step.packet().isStun() && !own.isEmpty() && !ice) {
      nothing(
          step.at(),
          "the SDP of " + actor.name() + " has no ICE, so that nobody would check there",
          "Give its offer or answer candidates: ice: lite, or ice: { mode: full, candidates:"
              + " [host] }.");
    }
  }

  /** An answer to a check is awaited or sent, and there is none. */
  private void unasked(PacketStep step, Actor actor, List<Step> above) {
    boolean answer =
        step.packet() == PacketKind.STUN_SUCCESS || step.packet() == PacketKind.STUN_ERROR;
    Stream<PacketStep> checks =
        above.stream()
            .filter(s -> s.actor().equals(actor.name()))
            .flatMap(s -> s instanceof PacketStep p ? Stream.of(p) : Stream.empty())
            .filter(p -> p.packet() == PacketKind.STUN_REQUEST);
    if (step instanceof PacketStep.Receive && answer) {
      if (checks.noneMatch(PacketStep.Send.class::isInstance)) {
        nothing(
            step.at(),
            actor.name() + " has sent no check that this could answer",
            "Put 'send: STUN request' above it.");
      }
    } else if (step instanceof PacketStep.Send && answer) {
      if (checks.noneMatch(PacketStep.Receive.class::isInstance)) {
        warnings.add(
            step.at(),
            "there is no check to answer: no step above receives one",
            "Put 'receive: STUN request' above it.");
      }
    }
  }

  private static boolean speaks(IceSpec ice) {
    return ice.mode() != IceSpec.Mode.NONE;
  }

  /** What the actor says of its media in a message, as far as it is written. */
  private static Optional<OfferSpec> described(Step send, Actor actor) {
    if (send instanceof SendStep.Response r) {
      return r.offer().or(r::answer).or(actor::answer);
    }
    SendStep.Request q = (SendStep.Request) send;
    Optional<OfferSpec> said = q.offer().or(q::answer);
    return q.method().equals("INVITE") ? said.or(actor::offer) : said;
  }

  private void elsewhere(PacketStep step, Actor actor, StreamSpec said) {
    Optional<String> other = said.address().filter(a -> !a.equals("local"));
    if (other.isPresent() || said.port().isPresent()) {
      nothing(
          step.at(),
          "the SDP of "
              + actor.name()
              + " names "
              + other
                  .map(a -> a.equals("private") ? "a private address" : a)
                  .orElseGet(() -> "port " + said.port().getAsInt())
              + ", which is not where it listens",
          "Leave 'address' and 'port' out: they are Parley's own then.");
    }
  }

  private void nothing(SourcePosition at, String why, String next) {
    warnings.add(at, "nothing can come at the media port: " + why, next);
  }
}
