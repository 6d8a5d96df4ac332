package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Step;
import io.parley.play.dialog.Leg;
import io.parley.play.message.Captures;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Numbering;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * The parties of one case: those the scenario names, and an implicit callee where it names none.
 */
public final class Cast {
  private final Case played;
  private final Numbering numbering;
  private final Production production;
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Optional<ImplicitCallee> farEnd;

  /** Sets the parties up; none is on the network before {@link #begin}. */
  public Cast(
      Case played,
      Stage stage,
      List<NumberPool.Lease> leases,
      Recorder recorder,
      BlockingQueue<Event> mailbox) {
    this.played = played;
    this.numbering = new Numbering(played.scenario(), stage, leases);
    this.production =
        new Production(
            stage,
            played.id().profile(),
            recorder,
            mailbox,
            new Captures(),
            new HeldPorts(played.scenario(), stage.ports(), recorder, mailbox));
    assemble();
    farEnd =
        !played.scenario().hasCallee() && stage.playsFarEnd()
            ? Optional.of(implicitCallee())
            : Optional.empty();
  }

  private void assemble() {
    try {
      played.scenario().actors().values().forEach(a -> parties.put(a.name(), party(a)));
    } catch (RuntimeException e) {
      ports().close();
      throw e;
    }
  }

  private ImplicitCallee implicitCallee() {
    Party party = party(ImplicitCallee.actor());
    parties.put(party.name(), party);
    return new ImplicitCallee(party, production.stage(), production.profile());
  }

  private Party party(Actor actor) {
    ActorSteps steps = new ActorSteps(played.scenario(), actor);
    NumberPool.Lease own = numbering.lease(actor);
    Subscriber who =
        new Subscriber(
            numbering.numbered(actor),
            steps.concernOptions() ? own : own.unasked(),
            production.stage(),
            production.profile());
    Party out = new Party(who, steps.needRawLane(), production);
    provideValues(who, out.leg());
    return out;
  }

  /** What other actors' steps may name of it. */
  private void provideValues(Subscriber who, Leg leg) {
    Captures captures = captures();
    String name = who.actor().name();
    Supplier<Optional<String>> replaces = () -> leg.dialog().map(Dialog::replaces);
    captures.provide(name + ".number", () -> Optional.of(who.called()));
    captures.provide(name + ".uri", () -> Optional.of(who.uri()));
    captures.provide(name + ".replaces", replaces);
    captures.provide(name + ".replaces-escaped", () -> replaces.get().map(Cast::escaped));
  }

  /** As a header of a URI has it (RFC 3261 §19.1.1). */
  private static String escaped(String text) {
    return text.replace("%", "%25")
        .replace(";", "%3B")
        .replace("=", "%3D")
        .replace("@", "%40")
        .replace(":", "%3A")
        .replace("+", "%2B");
  }

  /** Everybody takes their place on the network. */
  public void begin() {
    Addressees addressees =
        new Addressees(
            name -> Optional.ofNullable(parties.get(name)),
            this::received,
            production.stage().target().limits());
    parties.values().forEach(p -> p.begin(addressees));
  }

  /** What a user agent received in all its dialogs. */
  private List<SipMessage> received(String person) {
    return parties.values().stream()
        .filter(p -> p.actor().person().equals(person))
        .flatMap(p -> p.leg().received().stream())
        .toList();
  }

  /** The numbers that this case's calls come from; empty where the script chose one itself. */
  public List<String> calling() {
    return numbering.calling(a -> named(a.name()).called());
  }

  /** Everybody leaves it. */
  public void end() {
    parties.values().forEach(p -> p.end(played.id()));
    ports().close();
  }

  /** The media ports that actors hold. */
  public HeldPorts ports() {
    return production.ports();
  }

  /** What the steps captured. */
  public Captures captures() {
    return production.captures();
  }

  /** The party of that name. */
  public Party named(String actor) {
    return parties.get(actor);
  }

  /** The party of an actor. */
  public Party of(Step step) {
    return parties.get(step.actor());
  }

  /** All of them. */
  public Collection<Party> all() {
    return parties.values();
  }

  /** The callee that no script drives, if that is the one. */
  public Optional<ImplicitCallee> implicit(Party party) {
    return farEnd.filter(f -> f.owns(party));
  }

  /** What the implicit callee has to say, and which servers were passed over. */
  public List<String> notes() {
    List<String> out = new ArrayList<>(farEnd.map(ImplicitCallee::notes).orElse(List.of()));
    parties.values().forEach(p -> p.servers().notes().forEach(n -> out.add(p.name() + ": " + n)));
    out.addAll(ports().notes());
    return out;
  }

  /** Who calls. */
  public Optional<Party> caller() {
    return parties.values().stream().filter(Party::isCaller).findFirst();
  }

  /** The offer that left the SBC, if it did. */
  public Optional<byte[]> farEndOffer() {
    return parties.values().stream()
        .filter(p -> !p.isCaller())
        .findFirst()
        .flatMap(p -> p.leg().offerReceived());
  }
}
