package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Link;
import io.parley.model.Manners;
import io.parley.model.OfferSpec;
import io.parley.model.RawMessage;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.ActorKeys;
import io.parley.scenario.surface.HeaderValues;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.scenario.surface.TransportName;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the short form out: a caller that sends one INVITE and receives what is expected. */
public final class ShortForm {
  private static final String CALLER = "caller";

  private final ScenarioFile file;
  private final BaseOffers bases;
  private final Numbers numbers;
  private final Problems problems;

  /**
   * A file without steps.
   *
   * @param bases the base offers it may use
   * @param numbers the numbers it need not name
   * @param problems what is wrong
   */
  public ShortForm(ScenarioFile file, BaseOffers bases, Numbers numbers, Problems problems) {
    this.file = file;
    this.bases = bases;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** The script; empty when keys are missing or contradict each other. */
  public Optional<Script> script() {
    if (!file.actors().isEmpty()) {
      Located<ActorKeys> first = file.actors().values().iterator().next();
      problems.add(first.at(), "actors without steps", "Add steps, or use the short form.");
      return Optional.empty();
    }
    if (!oneBody() | !hasExpect()) {
      return Optional.empty();
    }
    Optional<Actor> caller = caller();
    return caller.map(
        actor ->
            new Script(
                Map.of(CALLER, actor),
                List.of(send(), new ReceiveStep.Expected(expectAt(), CALLER, "", Optional.empty())),
                base()));
  }

  private boolean oneBody() {
    List<String> given = new ArrayList<>();
    boolean carries = file.body().filter(b -> b.value().carriesDescription()).isPresent();
    file.offer().ifPresent(o -> given.add("offer"));
    file.body().filter(b -> !carries || file.offer().isEmpty()).ifPresent(b -> given.add("body"));
    if (carries && file.offer().isEmpty()) {
      problems.add(
          file.body().get().at(),
          "a part of the body is the offer, and there is none",
          "Add offer.");
      return false;
    }
    file.raw().ifPresent(r -> given.add("raw"));
    if (given.isEmpty()) {
      problems.add(
          file.at(),
          "expected one of offer, body, raw or steps, found none",
          "A call without SDP says 'offer: none'.");
    } else if (given.size() > 1) {
      problems.add(
          file.at(),
          "expected one of offer, body and raw, found " + String.join(" and ", given),
          "Keep one of them.");
    }
    return given.size() == 1 && !rawWithMore();
  }

  private boolean rawWithMore() {
    boolean more =
        file.raw().isPresent()
            && (file.to().isPresent()
                || file.from().isPresent()
                || !file.mutate().isEmpty()
                || !file.headers().isEmpty());
    if (more) {
      problems.add(
          file.raw().orElseThrow().at(),
          "raw is the whole request; to, from, headers and mutate have nothing to act on",
          "Write them into the text.");
    }
    return more;
  }

  private boolean hasExpect() {
    if (file.expect().isEmpty()) {
      problems.add(file.at(), "missing key 'expect'", "Say what must come back.");
    }
    return file.expect().isPresent();
  }

  private SourcePosition expectAt() {
    return file.expect().map(block -> block.map().at()).orElse(file.at());
  }

  private Optional<Actor> caller() {
    Optional<OfferSpec> offer = file.offer();
    if (offer.flatMap(OfferSpec::base).filter("actor"::equals).isPresent()) {
      problems.add(file.at(), "'base: actor' is for the steps of the long form", "Name a base.");
      return Optional.empty();
    }
    LinkRules rules = new LinkRules(problems);
    Optional<TransportName> transport = file.transport().map(Located::value);
    file.certificate().ifPresent(c -> rules.overTls(c.at(), "certificate", transport));
    file.tlsVersion().ifPresent(v -> rules.overTls(v.at(), "tls-version", transport));
    return Optional.of(
        new Actor(
            CALLER,
            Actor.Role.CALLER,
            Actor.Side.NEAR,
            offer.map(bases::resolve),
            Optional.empty(),
            file.from().map(Located::value).or(numbers::caller),
            file.transport().map(t -> t.value().text()),
            List.of(),
            Manners.USUAL,
            link()));
  }

  private Link link() {
    return new Link(
        file.certificate().map(Located::value),
        file.family().map(Located::value),
        Link.Connection.SHARED,
        file.tlsVersion().map(Located::value),
        file.bind().map(Located::value).orElse(Link.Bind.USUAL));
  }

  private Step send() {
    if (file.raw().isPresent()) {
      Located<RawMessage> raw = file.raw().get();
      return new SendStep.Raw(raw.at(), CALLER, raw.value(), Optional.empty(), Optional.empty());
    }
    return new SendStep.Request(
        file.at(),
        CALLER,
        "INVITE",
        Optional.of(file.to().map(Located::value).orElseGet(() -> numbers.callee(file.at()))),
        Optional.empty(),
        Optional.empty(),
        HeaderValues.edits(file.headers()),
        file.body().map(Located::value),
        file.mutate(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Scenario.ControlOffer> base() {
    return file.offer()
        .flatMap(OfferSpec::base)
        .flatMap(name -> bases.base(name).map(o -> new Scenario.ControlOffer(name, o)));
  }
}
