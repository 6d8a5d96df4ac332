package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.CaseId;
import io.parley.model.Outage;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.play.dialog.Debt;
import io.parley.play.dialog.Leg;
import io.parley.play.message.Captures;
import io.parley.play.message.Identity;
import io.parley.play.message.Outbox;
import io.parley.play.stage.CalledPlace;
import io.parley.play.stage.FormerParty;
import io.parley.play.stage.Line;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.Credentials;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.IpLiteral;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * One actor at work: its call, its dialog, its place in offer and answer. Belongs to the case's
 * worker; socket threads reach it through its {@link PartyLine} only.
 */
public final class Party implements FormerParty {
  private final Actor actor;
  private final Stage stage;
  private final Recorder recorder;
  private final NumberPool.Lease lease;
  private final String number;
  private final Captures captures;
  private final Line line;
  private final Transport transport;
  private final Servers servers;
  private final Station station;
  private final PortProbe probe;
  private final List<Event.Arrived> backlog = new ArrayList<>();
  private final Leg leg;
  private final String targetHost;
  private final Optional<String> profile;
  private Call call;
  private Performer performer;
  private Acknowledgement acknowledgement;
  private Reflexes reflexes;
  private Authentication authentication;
  private Failover failover;
  private Optional<String> failure = Optional.empty();
  private String lastMethod = "INVITE";
  private SourcePosition place;
  private volatile boolean silent;
  private final boolean raw;

  Party(
      Actor actor,
      boolean raw,
      Stage stage,
      Optional<String> profile,
      Recorder recorder,
      BlockingQueue<Event> mailbox,
      NumberPool.Lease lease,
      Captures captures,
      HeldPorts ports) {
    this.actor = actor;
    this.number = isNear() ? lease.calling() : lease.called();
    this.captures = captures;
    this.raw = raw;
    this.stage = stage;
    this.recorder = recorder;
    this.line = new PartyLine(this, mailbox);
    this.lease = lease;
    this.profile = profile;
    this.targetHost = stage.target().uriHost(profile);
    this.transport =
        actor
            .transport()
            .map(t -> Transport.valueOf(t.toUpperCase(java.util.Locale.ROOT)))
            .orElseGet(stage::transport);
    List<InetSocketAddress> places =
        stage
            .target()
            .inwardAddress()
            .filter(a -> !isNear())
            .map(List::of)
            .orElseGet(() -> stage.target().addresses(profile, transport));
    // What is wrong on purpose is for one server only.
    this.servers = new Servers(raw ? places.subList(0, 1) : places);
    this.station = new Station(stage, actor, isNear(), raw, lease, key());
    String media =
        stage.target().local().advertise().orElseGet(() -> IpLiteral.text(station.host()));
    this.leg = new Leg(raw, new MediaPlace(media, ports.of(actor.name(), station.host())));
    this.probe =
        new PortProbe(isCaller() && transport == Transport.UDP, leg, station.host(), servers);
  }

  // ---- what it is ----

  Actor actor() {
    return actor;
  }

  @Override
  public String name() {
    return actor.name();
  }

  /** Whether it makes its call, and is not called. */
  public boolean isCaller() {
    return actor.role() == Actor.Role.CALLER;
  }

  /** Whether it is on the callers' side of the target. */
  public boolean isNear() {
    return actor.side() == Actor.Side.NEAR;
  }

  /** The number it is called by. */
  public String called() {
    return actor.number().map(lease::fill).orElse(number);
  }

  /** A URI at which the target finds it. */
  String uri() {
    return "sip:" + called() + "@" + targetHost;
  }

  /** Its dialog as a Replaces header names it (RFC 3891 §3); empty = it has none yet. */
  Optional<String> replaces() {
    return leg.dialog()
        .map(d -> d.callId() + ";to-tag=" + d.remoteTag() + ";from-tag=" + d.localTag());
  }

  /** What a call to it is recognised by. */
  private String key() {
    return isNear() && stage.inward().isNamed() ? called() : lease.key();
  }

  /** What its requests go over. */
  public Transport transport() {
    return transport;
  }

  /** The server of the target that it uses now. */
  public InetSocketAddress destination() {
    return servers.current();
  }

  /** The target's servers. */
  public Servers servers() {
    return servers;
  }

  /** Where its messages are taken down. */
  public Recorder recorder() {
    return recorder;
  }

  /** The step of its that was performed last; null before the first. */
  public SourcePosition place() {
    return place;
  }

  /**
   * Whether a response answers that request of ours. On the raw lane the socket is the identity: a
   * mirrored CSeq may say anything.
   *
   * @param method the request's method; empty = our last request
   */
  public boolean answers(SipMessage response, Optional<String> method) {
    return raw || response.method().equals(method.orElse(lastMethod));
  }

  /** The method of its last request that anything answers. */
  public String lastMethod() {
    return lastMethod;
  }

  /** The method of the request that is waited for: of a call its INVITE. */
  public String firstLine() {
    return leg.own().invite().map(SipMessage::method).orElse(lastMethod);
  }

  /** How far its call has come. */
  public Leg leg() {
    return leg;
  }

  /** Finds out whether the target's port is closed. */
  public PortProbe probe() {
    return probe;
  }

  /** Why nothing can answer, in words, if that is known. */
  public Optional<String> failure() {
    return failure;
  }

  /** Takes notice of why nothing can answer. */
  public void noteFailure(String reason) {
    failure = Optional.of(reason);
  }

  /** Keeps a message for a step that is still ahead. */
  public void addBacklog(Event.Arrived arrived) {
    backlog.add(arrived);
  }

  /** Hands out what was kept, oldest first, and forgets it. */
  public List<Event.Arrived> takeBacklog() {
    List<Event.Arrived> out = List.copyOf(backlog);
    backlog.clear();
    return out;
  }

  // ---- its life ----

  /**
   * Takes its place on the network.
   *
   * @param addressees who is called by what stands in {@code to}
   */
  void begin(Addressees addressees) {
    SipEndpoint own = station.take(line, stage.isAskedBy(profile));
    boolean called = !isCaller() && !isNear();
    SipEndpoint endpoint = called ? new CalledPlace(stage.farEnd(), leg::flow) : own;
    Outbox outbox =
        new Outbox(
            station.callId(),
            new Identity(
                () -> leg.flow().map(Flow::transport).orElse(transport),
                endpoint::address,
                stage.target().local(),
                targetHost),
            lease,
            number,
            captures);
    call = new Call(leg, outbox, endpoint, transport, servers, number);
    failover = new Failover(call);
    acknowledgement = new Acknowledgement(actor, call);
    performer = new Performer(actor, call, acknowledgement, addressees);
    reflexes = new Reflexes(actor, call, acknowledgement);
    authentication =
        new Authentication(
            call, stage.target().credentials().map(c -> new Credentials(c.user(), c.password())));
  }

  /** Leaves the network; what still arrives is late. */
  void end(CaseId id) {
    station.leave(line, stage.late().lineOf(id, this), leg.their().callIds());
  }

  /** Performs a send; the message sent. */
  public SipMessage perform(Step step) {
    place = step.at();
    SipMessage sent = performer.perform(step);
    // Nothing answers an ACK.
    boolean answerable = sent.isRequest() && !sent.method().equals("ACK");
    lastMethod = answerable ? sent.method() : lastMethod;
    return sent;
  }

  /** Ends its connection to the target. */
  public void disconnect(Step.Disconnect step) {
    place = step.at();
    call.disconnect(step.how());
  }

  /** Its server falls silent, or comes back. */
  public void fallsSilent(Step.ServerOutage step) {
    place = step.at();
    silent = step.outage() == Outage.BEGIN;
    // What asked before says nothing of the server as it is now.
    backlog.removeIf(e -> e.arrival().message().method().equals("OPTIONS"));
  }

  /** Whether its server answers nothing; read by socket threads too. */
  public boolean isSilent() {
    return silent;
  }

  /** Takes notice of what arrived. */
  public void observe(Event.Arrived arrived) {
    leg.received(arrived.arrival(), arrived.again());
  }

  /** Its ACKs. */
  public Acknowledgement acknowledgement() {
    return acknowledgement;
  }

  /** What it does by itself. */
  public Reflexes reflexes() {
    return reflexes;
  }

  /** How it says who it is. */
  public Authentication authentication() {
    return authentication;
  }

  /** How it goes on to the target's next server. */
  public Failover failover() {
    return failover;
  }

  /** The stack acknowledged a refusal. */
  public void acknowledged(SipMessage ack) {
    leg.own().lastInvite().refusalAcknowledged(ack);
    authentication.acknowledged();
    failover.acknowledged();
  }

  /** Whether nothing is up any more. */
  public boolean isClear() {
    return leg.isClear();
  }

  /** What the target owes us at the end, if anything. */
  public Optional<Debt> debt() {
    return leg.debt(name(), isCaller());
  }

  @Override
  public boolean record(Arrival arrival) {
    return recorder.add(name(), arrival.frame(), arrival.message());
  }

  @Override
  public void settleLate(Arrival arrival, boolean again) {
    if (reflexes != null) {
      reflexes.settleLate(arrival, again);
    }
  }
}
