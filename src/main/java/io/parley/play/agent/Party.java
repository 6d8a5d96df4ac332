package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.CaseId;
import io.parley.model.Outage;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.play.dialog.Debt;
import io.parley.play.dialog.Leg;
import io.parley.play.stage.CalledPlace;
import io.parley.play.stage.FormerParty;
import io.parley.play.stage.Line;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.IpLiteral;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * One actor at work: its call, its dialog, its place in offer and answer. Belongs to the case's
 * worker; socket threads reach it through its {@link PartyLine} only.
 */
public final class Party implements FormerParty {
  private final Subscriber who;
  private final Production production;
  private final Line line;
  private final Servers servers;
  private final Station station;
  private final Leg leg;
  private final PortProbe probe;
  private final LastSend last;
  private final Backlog backlog = new Backlog();
  private UserAgent agent;
  private Optional<String> failure = Optional.empty();
  private volatile boolean silent;

  /**
   * An actor that is not on the network yet.
   *
   * @param raw whether it needs a lane of its own
   */
  Party(Subscriber who, boolean raw, Production production) {
    this.who = who;
    this.production = production;
    this.line = new PartyLine(this, production.mailbox());
    this.last = new LastSend(raw);
    List<InetSocketAddress> places = who.places();
    // What is wrong on purpose is for one server only.
    this.servers = new Servers(raw ? places.subList(0, 1) : places);
    this.station = new Station(production.stage(), who, raw);
    this.leg = new Leg(raw, mediaPlace());
    boolean probes = isCaller() && transport() == Transport.UDP;
    this.probe = new PortProbe(probes, leg, station.host(), servers);
  }

  private MediaPlace mediaPlace() {
    Optional<String> advertised = production.stage().target().local().advertise();
    return new MediaPlace(
        advertised.orElseGet(() -> IpLiteral.text(station.host())),
        production.ports().of(name(), station.host()));
  }

  // ---- what it is ----

  Actor actor() {
    return who.actor();
  }

  @Override
  public String name() {
    return who.actor().name();
  }

  /** Whether it makes its call, and is not called. */
  public boolean isCaller() {
    return who.isCaller();
  }

  /** Whether it is on the callers' side of the target. */
  public boolean isNear() {
    return who.isNear();
  }

  /** The number it is called by. */
  public String called() {
    return who.called();
  }

  /** What its requests go over. */
  public Transport transport() {
    return who.transport();
  }

  /** The target's servers, and the one of them that it uses now. */
  public Servers servers() {
    return servers;
  }

  /** Where its messages are taken down. */
  public Recorder recorder() {
    return production.recorder();
  }

  /** What it did last by its script. */
  public LastSend last() {
    return last;
  }

  /** How far its call has come. */
  public Leg leg() {
    return leg;
  }

  /** Finds out whether the target's port is closed. */
  public PortProbe probe() {
    return probe;
  }

  /** What came for its steps that are still ahead. */
  public Backlog backlog() {
    return backlog;
  }

  /** What it acts with; null before it is on the network. */
  public UserAgent agent() {
    return agent;
  }

  /** Why nothing can answer, in words, if that is known. */
  public Optional<String> failure() {
    return failure;
  }

  /** Takes notice of why nothing can answer. */
  public void noteFailure(String reason) {
    failure = Optional.of(reason);
  }

  // ---- its life ----

  /**
   * Takes its place on the network.
   *
   * @param addressees who is called by what stands in {@code to}
   */
  void begin(Addressees addressees) {
    Stage stage = production.stage();
    SipEndpoint own = station.take(line, stage.isAskedBy(production.profile()));
    boolean called = !isCaller() && !isNear();
    SipEndpoint endpoint = called ? new CalledPlace(stage.farEnd(), leg::flow) : own;
    agent = UserAgent.of(who, production, station.callId(), endpoint, leg, servers, addressees);
  }

  /** Leaves the network; what still arrives is late. */
  void end(CaseId id) {
    station.leave(line, production.stage().late().lineOf(id, this), leg.their().callIds());
  }

  /** Performs a send; the message sent. */
  public SipMessage perform(SendStep step) {
    last.at(step.at());
    SipMessage sent = agent.performer().perform(step);
    last.sent(sent);
    return sent;
  }

  /** Ends its connection to the target. */
  public void disconnect(Step.Disconnect step) {
    last.at(step.at());
    agent.call().disconnect(step.how());
  }

  /** Its server falls silent, or comes back. */
  public void fallsSilent(Step.ServerOutage step) {
    last.at(step.at());
    silent = step.outage() == Outage.BEGIN;
    // What asked before says nothing of the server as it is now.
    backlog.forget("OPTIONS");
  }

  /** Whether its server answers nothing; read by socket threads too. */
  public boolean isSilent() {
    return silent;
  }

  /** What the target owes us at the end, if anything. */
  public Optional<Debt> debt() {
    return leg.debt(name(), isCaller());
  }

  @Override
  public boolean record(Arrival arrival) {
    return recorder().add(name(), arrival.frame(), arrival.message());
  }

  @Override
  public void settleLate(Arrival arrival, boolean again) {
    if (agent != null) {
      agent.reflexes().settleLate(arrival, again);
    }
  }
}
