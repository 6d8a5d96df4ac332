package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.CaseId;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.play.dialog.Debt;
import io.parley.play.dialog.Exchange;
import io.parley.play.dialog.Leg;
import io.parley.play.dialog.Media;
import io.parley.play.dialog.Offers;
import io.parley.play.message.Captures;
import io.parley.play.message.Outbox;
import io.parley.play.stage.CalledPlace;
import io.parley.play.stage.FormerParty;
import io.parley.play.stage.Line;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.sdp.Ice;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.Credentials;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.IpLiteral;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
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

  /** Whether a message may be of the dialog of that name; any message where there is no name. */
  public boolean isOf(SipMessage message, Optional<String> dialog) {
    return dialog.map(d -> leg.forks().mayBe(d, message)).orElse(true);
  }

  /** From now on the dialog of that message has that name. */
  public void nameDialog(String name, SipMessage message) {
    leg.forks().name(name, message);
  }

  /** Whether a request that came crosses another (RFC 3261 §14.2, RFC 3311 §5.2). */
  public boolean collides(SipMessage request) {
    return leg.offers().collision(request) != Offers.Collision.NONE;
  }

  /** Whether that PRACK was for a response of ours. */
  public boolean wasAcknowledged(SipMessage prack) {
    return leg.wasAcknowledged(prack);
  }

  /** The method of its last request that anything answers. */
  public String lastMethod() {
    return lastMethod;
  }

  /** When its last request left. */
  public Instant sentAt() {
    return leg.own().since();
  }

  /** The method of the request that is waited for: of a call its INVITE. */
  public String firstLine() {
    return leg.own().invite().map(SipMessage::method).orElse(lastMethod);
  }

  /** Finds out whether the target's port is closed. */
  public PortProbe probe() {
    return probe;
  }

  /** Whether anything answered its last request. */
  public boolean heard() {
    return leg.own().heard();
  }

  /** Why nothing can answer, in words, if that is known. */
  public Optional<String> failure() {
    return failure;
  }

  /** Takes notice of why nothing can answer. */
  public void noteFailure(String reason) {
    failure = Optional.of(reason);
  }

  /** What it received, in order, each message once. */
  public List<SipMessage> received() {
    return leg.received();
  }

  /** The offer of theirs that is the last one of the call. */
  Optional<byte[]> offerReceived() {
    Exchange last = leg.media().latest();
    return last.isOurs() ? Optional.empty() : last.offer();
  }

  /** What the first stream of the SDP that came last says of ICE; empty = none came. */
  public Optional<Ice> iceReceived() {
    return streamReceived().map(io.parley.sdp.Media::ice);
  }

  private Optional<io.parley.sdp.Media> streamReceived() {
    return leg.received().stream()
        .flatMap(m -> m.sdp().stream())
        .reduce((earlier, later) -> later)
        .flatMap(b -> Sdp.of(b.bytes()).media().stream().findFirst());
  }

  /** Whether what the call began with was offered by us. */
  public boolean offered() {
    return leg.media().ofInvite().isOurs();
  }

  /** What the first stream of our own last SDP says of ICE; empty = there is none yet. */
  public Optional<Ice> iceSent() {
    return leg.media()
        .described()
        .flatMap(s -> s.media().stream().findFirst())
        .map(io.parley.sdp.Media::ice);
  }

  /** Our place in the offers and answers of the call's own dialog. */
  public Media media() {
    return leg.media();
  }

  /** The same in the dialog that a message which arrived is of. */
  public Media mediaOf(SipMessage message) {
    return leg.forks().mediaOf(message);
  }

  /** What the SDP of a message that arrived is. */
  public Media.Role roleOf(SipMessage message) {
    return leg.offers().role(message);
  }

  /** Whether the script itself sends that method, so that its answer is the script's business. */
  public boolean scripts(String method) {
    return leg.own().scripted(method);
  }

  /** Whether the call to it was cancelled. */
  public boolean callerCancelled() {
    return leg.their().isCancelled();
  }

  /** Whether a response is the 487 that our CANCEL asked for (RFC 3261 §9.2). */
  public boolean causedByCancel(SipMessage response) {
    return leg.own().cancelSent()
        && response.method().equals("INVITE")
        && response.status().orElse(0) == 487;
  }

  /** Whether a 2xx is another fork's: it is taken and ended at once, and is nobody's fault. */
  public boolean isOtherFork(SipMessage response) {
    return response.status().orElse(0) / 100 == 2 && !leg.owns(response);
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
            () -> leg.flow().map(Flow::transport).orElse(transport),
            endpoint::address,
            stage.target().local(),
            targetHost,
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
    leg.own().refusalAcknowledged(ack);
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
