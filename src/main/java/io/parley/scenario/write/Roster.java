package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Link;
import io.parley.model.OfferSpec;
import io.parley.model.SourcePosition;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.AckKeys;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.ActorKeys;
import io.parley.scenario.surface.HeaderValues;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.scenario.surface.StepLine;
import io.parley.scenario.surface.StepLineReader;
import io.parley.scenario.surface.TransportName;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who plays in a script: the actors that it declares or only names, and their further dialogs. */
final class Roster {
  /** An actor, or one of its dialogs. */
  private static final String NAME = "[^/]+(/[A-Za-z0-9][A-Za-z0-9-]*)?";

  private static final String FIRST_STEP = "Its first step sends or receives.";

  private final ScenarioFile file;
  private final List<StepLine> lines;
  private final BaseOffers bases;
  private final Numbers numbers;
  private final Problems problems;

  Roster(
      ScenarioFile file,
      List<StepLine> lines,
      BaseOffers bases,
      Numbers numbers,
      Problems problems) {
    this.file = file;
    this.lines = lines;
    this.bases = bases;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** All of them by name: first those declared, then those that only steps name, and dialogs. */
  Map<String, Actor> actors() {
    Map<String, Actor> actors = new LinkedHashMap<>();
    file.actors().forEach((name, keys) -> declared(actors, name, keys));
    Set<String> known = new LinkedHashSet<>(file.actors().keySet());
    known.addAll(List.of("caller", "callee"));
    for (StepLine line : lines) {
      String name = line.actor().value();
      String person = Actor.person(name);
      if (line.isNobodys()) {
        continue;
      }
      if (known.contains(person) && name.matches(NAME)) {
        named(actors, line.actor());
      } else {
        problems.add(
            line.actor().at(),
            "unknown actor '" + name + "'",
            Suggestion.hint(person, "Actors", known)
                .map(h -> h + ". Another one is declared under actors, with its role"));
      }
    }
    return actors;
  }

  private void named(Map<String, Actor> actors, Located<String> name) {
    String person = Actor.person(name.value());
    boolean further = !name.value().equals(person);
    if (further && lines.stream().noneMatch(l -> l.actor().value().equals(person))) {
      problems.add(
          name.at(),
          "'" + name.value() + "' is a further dialog of '" + person + "', which has no first one",
          "The first dialog has no name: write '" + person + "', and name the further ones.");
      return;
    }
    Actor first = actors.computeIfAbsent(person, n -> actor(n, name.at(), ActorKeys.NONE));
    if (further) {
      actors.computeIfAbsent(name.value(), n -> dialog(n, name.at(), first));
    }
  }

  private void declared(Map<String, Actor> actors, String name, Located<ActorKeys> keys) {
    if (StepLineReader.WORDS.contains(name)) {
      problems.add(
          keys.at(),
          "no actor can be named '" + name + "', which is a step",
          "Give the actor another name.");
    }
    if (name.contains("/")) {
      problems.add(
          keys.at(),
          "'" + name + "' is a dialog of an actor and not an actor",
          "Declare '" + Actor.person(name) + "'; its dialogs are named where they are used.");
    } else {
      actors.put(name, actor(name, keys.at(), keys.value()));
    }
  }

  /** A further dialog of an actor: it may call in one and be called in another. */
  private Actor dialog(String name, SourcePosition at, Actor first) {
    Optional<Actor.Role> role = role(name);
    if (role.isEmpty()) {
      problems.add(at, "cannot tell whether '" + name + "' calls or is called", FIRST_STEP);
    }
    return new Actor(
        name,
        role.orElse(Actor.Role.CALLER),
        first.side(),
        first.offer(),
        first.answer(),
        first.number(),
        first.transport(),
        first.headers(),
        first.manners(),
        first.link());
  }

  private Actor actor(String name, SourcePosition at, ActorKeys keys) {
    Actor.Role role = keys.role().or(() -> role(name)).orElse(null);
    if (role == null) {
      problems.add(
          at,
          "cannot tell whether '" + name + "' calls or is called",
          "Add role: caller or callee.");
    }
    if (onActor(keys.offer()) || onActor(keys.answer())) {
      problems.add(at, "'base: actor' is for steps", "Name a base under offers/.");
    }
    rules(at, role, keys);
    Optional<String> number = keys.number().or(() -> usualNumber(at, role));
    return new Actor(
        name,
        role,
        keys.side().orElse(Actor.Side.of(role)),
        keys.offer().map(bases::resolve),
        keys.answer().map(bases::resolve),
        number,
        keys.transport().map(TransportName::text),
        HeaderValues.edits(keys.headers()),
        AckKeys.manners(keys.ack(), keys.trying(), keys.prack()),
        link(keys));
  }

  private void rules(SourcePosition at, Actor.Role role, ActorKeys keys) {
    LinkRules rules = new LinkRules(problems);
    keys.certificate().ifPresent(c -> rules.overTls(at, "certificate", keys.transport()));
    keys.tlsVersion().ifPresent(v -> rules.overTls(at, "tls-version", keys.transport()));
    keys.bind().ifPresent(b -> rules.bound(at, role, b));
  }

  private Optional<String> usualNumber(SourcePosition at, Actor.Role role) {
    if (role == null) {
      return Optional.empty();
    }
    return role == Actor.Role.CALLER ? numbers.caller() : Optional.of(numbers.callee(at));
  }

  private static Link link(ActorKeys keys) {
    return new Link(
        keys.certificate(),
        keys.family(),
        keys.connection().orElse(Link.Connection.SHARED),
        keys.tlsVersion(),
        keys.bind().orElse(Link.Bind.USUAL));
  }

  private static boolean onActor(Optional<OfferSpec> offer) {
    return offer.flatMap(OfferSpec::base).filter("actor"::equals).isPresent();
  }

  private Optional<Actor.Role> role(String name) {
    if (name.equals("caller") || name.equals("callee")) {
      return Optional.of(name.equals("caller") ? Actor.Role.CALLER : Actor.Role.CALLEE);
    }
    return lines.stream()
        .filter(
            l ->
                l.actor().value().equals(name)
                    && !(l.action() instanceof Action.Never)
                    && !(l.action() instanceof Action.Repeated)
                    && !(l.action() instanceof Action.Disconnect)
                    && !(l.action() instanceof Action.ServerOutage))
        .findFirst()
        .map(
            first ->
                first.action() instanceof Action.Receive ? Actor.Role.CALLEE : Actor.Role.CALLER);
  }
}
