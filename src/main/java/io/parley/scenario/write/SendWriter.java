package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Condition;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.HeaderValues;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what is sent in a step into the model's: whom it calls, what it offers or answers. */
final class SendWriter {
  /** Headers of a message that came, which say who is to be called. */
  private static final Set<String> MESSAGES = Set.of("Contact", "Refer-To");

  private final Map<String, Actor> actors;
  private final BaseOffers bases;
  private final Numbers numbers;
  private final Problems problems;
  private final Set<String> inviting = new HashSet<>();

  SendWriter(Map<String, Actor> actors, BaseOffers bases, Numbers numbers, Problems problems) {
    this.actors = actors;
    this.bases = bases;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** A request. */
  Step request(
      SourcePosition at, Actor actor, String method, Action.Send send, Optional<Condition> when) {
    ResponseKeys.refuseInRequest(send, problems);
    Optional<OfferSpec> offer = again(send.offer(), actor);
    if (method.equals("INVITE")) {
      invites(actor, send, offer);
    }
    return new SendStep.Request(
        at,
        actor.name(),
        method,
        to(send, method, at),
        offer,
        spec(send.answer(), actor.answer()),
        HeaderValues.edits(send.headers()),
        send.body(),
        send.mutate().map(Located::value).orElse(List.of()),
        send.fork().map(Located::value),
        send.after(),
        when);
  }

  private void invites(Actor actor, Action.Send send, Optional<OfferSpec> offer) {
    boolean described = hasDescribed(actor) || send.body().isPresent();
    if (!described && offer.isEmpty() && actor.offer().isEmpty()) {
      problems.add(
          send.at(),
          "the INVITE has no offer",
          "Give the actor or the step one; a call without SDP says 'offer: none'.");
    }
    inviting.add(actor.name());
  }

  /** A response. */
  Step response(
      SourcePosition at, Actor actor, int status, Action.Send send, Optional<Condition> when) {
    send.to().ifPresent(t -> problems.add(t.at(), "only a request is sent to somebody"));
    send.mutate().ifPresent(m -> problems.add(m.at(), "mutate changes requests only"));
    ResponseKeys.check(send, status, problems);
    return new SendStep.Response(
        at,
        actor.name(),
        status,
        send.phrase().map(Located::value),
        spec(send.offer(), actor.offer()),
        spec(send.answer(), actor.answer()),
        HeaderValues.edits(send.headers()),
        send.body(),
        send.method().map(Located::value),
        send.reliable().map(Located::value).orElse(false),
        send.fork().map(Located::value),
        send.after(),
        when);
  }

  private Optional<String> to(Action.Send send, String method, SourcePosition at) {
    if (send.to().isEmpty()) {
      return method.equals("INVITE") ? Optional.of(called(at)) : Optional.empty();
    }
    Located<String> to = send.to().get();
    if (MESSAGES.contains(to.value())) {
      return Optional.of(to.value());
    }
    Optional<String> meant = Suggestion.nearest(to.value(), actors.keySet());
    if (to.value().matches("[a-z-]+") && !actors.containsKey(to.value()) && meant.isPresent()) {
      problems.add(
          to.at(),
          "to: unknown actor '" + to.value() + "'",
          Suggestion.hint(to.value(), "Actors", actors.keySet()));
    }
    return Optional.of(to.value());
  }

  /** Without {@code to}: the only callee, else the target's good number. */
  private String called(SourcePosition at) {
    List<Actor> callees =
        actors.values().stream()
            .filter(a -> a.role() == Actor.Role.CALLEE && a.name().equals(a.person()))
            .toList();
    return callees.size() == 1 ? callees.get(0).name() : numbers.callee(at);
  }

  /**
   * The offer of a request. One that builds on the actor's own keeps saying so: within a dialog it
   * builds on what the actor described last.
   */
  private Optional<OfferSpec> again(Optional<Located<OfferSpec>> written, Actor actor) {
    boolean onActor = written.flatMap(o -> o.value().base()).filter("actor"::equals).isPresent();
    if (!onActor || !hasDescribed(actor)) {
      return spec(written, actor.offer());
    }
    OfferSpec own = actor.offer().orElse(OfferSpec.EMPTY);
    return Optional.of(written.get().value().over(own).on("actor"));
  }

  /** Whether it will have described its media by then: it called before, or was called. */
  private boolean hasDescribed(Actor actor) {
    return actor.role() == Actor.Role.CALLEE || inviting.contains(actor.name());
  }

  /** An offer or answer over its base, which may be the actor's own. */
  private Optional<OfferSpec> spec(Optional<Located<OfferSpec>> written, Optional<OfferSpec> own) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    OfferSpec spec = written.get().value();
    if (!spec.base().equals(Optional.of("actor"))) {
      return Optional.of(bases.resolve(spec));
    }
    if (own.isEmpty()) {
      problems.add(written.get().at(), "the actor has nothing of its own to build on");
    }
    return Optional.of(spec.over(own.orElse(OfferSpec.EMPTY)));
  }
}
