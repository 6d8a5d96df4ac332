package io.parley.scenario;

import io.parley.model.Actor;
import io.parley.model.Link;
import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns actors and steps as written into those of the model. */
final class LongForm {
  /** An actor, or one of its dialogs. */
  private static final String NAME = "[^/]+(/[A-Za-z0-9][A-Za-z0-9-]*)?";

  private static final String FIRST_STEP = "Its first step sends or receives.";

  private static final ActorKeys NOTHING =
      new ActorKeys(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final ScenarioFile file;
  private final BaseOffers bases;
  private final Numbers numbers;
  private final Problems problems;
  private final List<StepLine> lines;

  LongForm(ScenarioFile file, BaseOffers bases, Numbers numbers, Problems problems) {
    this.file = file;
    this.bases = bases;
    this.numbers = numbers;
    this.problems = problems;
    this.lines = new StepGroups(problems).flat(file.steps().orElseThrow().value());
  }

  /** The script; empty when something in it is wrong. */
  Optional<Script> script() {
    int before = problems.count();
    shortFormKeys();
    if (lines.isEmpty()) {
      problems.add(file.steps().orElseThrow().at(), "expected steps, found an empty list");
    }
    Map<String, Actor> actors = actors();
    new StepReferences(file, lines, problems).check();
    new CheckPaths(actors.keySet(), lines, problems).check();
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

  private Map<String, Actor> actors() {
    Map<String, Actor> actors = new LinkedHashMap<>();
    for (String word : StepLineReader.WORDS) {
      if (file.actors().containsKey(word)) {
        problems.add(
            file.actors().get(word).at(),
            "no actor can be named '" + word + "', which is a step",
            "Give the actor another name.");
      }
    }
    file.actors().forEach((name, keys) -> declared(actors, name, keys));
    Set<String> known = new LinkedHashSet<>(file.actors().keySet());
    known.addAll(List.of("caller", "callee"));
    for (StepLine line : lines) {
      String name = line.actor().value();
      if (line.isNobodys()) {
        continue;
      }
      String person = Actor.person(name);
      if (!known.contains(person) || !name.matches(NAME)) {
        problems.add(
            line.actor().at(),
            "unknown actor '" + name + "'",
            Suggestion.hint(person, "Actors", known));
        continue;
      }
      Actor first = actors.computeIfAbsent(person, n -> actor(n, line.actor().at(), NOTHING));
      if (!name.equals(person)) {
        actors.computeIfAbsent(name, n -> dialog(n, line.actor().at(), first));
      }
    }
    return actors;
  }

  private void declared(Map<String, Actor> actors, String name, Located<ActorKeys> keys) {
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
    new LinkRules(problems).check(at, keys.transport(), keys.certificate());
    Optional<String> number =
        keys.number()
            .or(() -> role == Actor.Role.CALLER ? numbers.caller() : Optional.empty())
            .or(
                () ->
                    role == Actor.Role.CALLEE ? Optional.of(numbers.callee(at)) : Optional.empty());
    return new Actor(
        name,
        role,
        keys.side().orElse(Actor.Side.of(role)),
        keys.offer().map(bases::resolve),
        keys.answer().map(bases::resolve),
        number,
        keys.transport().map(TransportName::text),
        HeaderValues.edits(keys.headers()),
        AckKeys.manners(keys.ack(), keys.trying()),
        new Link(keys.certificate()));
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
                    && !(l.action() instanceof Action.Repeated))
        .findFirst()
        .map(
            first ->
                first.action() instanceof Action.Receive ? Actor.Role.CALLEE : Actor.Role.CALLER);
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
