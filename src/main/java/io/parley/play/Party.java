package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.CaseId;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.Credentials;
import io.parley.sip.Ids;
import io.parley.sip.RawEndpoint;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Flow;
import io.parley.wire.Probe;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.UnaryOperator;

/**
 * One actor at work: its call, its dialog, its place in offer and answer. Belongs to the case's
 * worker; socket threads reach it through its {@link PartyLine} only.
 */
final class Party {
  private static final Duration PROBE_AFTER = Duration.ofSeconds(1);

  private final Actor actor;
  private final Stage stage;
  private final Recorder recorder;
  private final NumberPool.Lease lease;
  private final Captures captures;
  private final Line line;
  private final Transport transport;
  private final InetSocketAddress destination;
  private final String callId = Ids.callId();
  private final List<Event.Arrived> backlog = new ArrayList<>();
  private final Leg leg;
  private final Media media;
  private final String targetHost;
  private SipEndpoint endpoint;
  private Call call;
  private Performer performer;
  private Reflexes reflexes;
  private Authentication authentication;
  private Optional<String> failure = Optional.empty();
  private String lastMethod = "INVITE";
  private SourcePosition place;
  private final boolean raw;
  private RawLine rawLine;
  private boolean probed;

  Party(
      Actor actor,
      boolean raw,
      Stage stage,
      Optional<String> profile,
      Recorder recorder,
      BlockingQueue<Event> mailbox,
      NumberPool.Lease lease,
      Captures captures) {
    this.actor = actor;
    this.captures = captures;
    this.raw = raw;
    this.leg = new Leg(raw);
    this.stage = stage;
    this.recorder = recorder;
    this.line = new PartyLine(this, mailbox);
    this.lease = lease;
    this.targetHost = stage.target().uriHost(profile);
    this.transport =
        actor
            .transport()
            .map(t -> Transport.valueOf(t.toUpperCase(java.util.Locale.ROOT)))
            .orElse(stage.target().transports().get(0));
    this.destination = stage.target().address(profile, transport);
    this.endpoint = isCaller() ? stage.callers() : stage.callees();
    String media =
        stage.target().local().advertise().orElse(endpoint.address().getAddress().getHostAddress());
    this.media = new Media(new MediaPlace(media, stage.ports().next()));
  }

  // ---- what it is ----

  Actor actor() {
    return actor;
  }

  String name() {
    return actor.name();
  }

  boolean isCaller() {
    return actor.role() == Actor.Role.CALLER;
  }

  Transport transport() {
    return transport;
  }

  InetSocketAddress destination() {
    return destination;
  }

  Recorder recorder() {
    return recorder;
  }

  SourcePosition place() {
    return place;
  }

  /**
   * Whether a response answers that request of ours. On the raw lane the socket is the identity: a
   * mirrored CSeq may say anything.
   *
   * @param method the request's method; empty = our last request
   */
  boolean answers(SipMessage response, Optional<String> method) {
    return raw || response.method().equals(method.orElse(lastMethod));
  }

  String lastMethod() {
    return lastMethod;
  }

  Instant sentAt() {
    return leg.since();
  }

  String firstLine() {
    return leg.invite().map(SipMessage::method).orElse(lastMethod);
  }

  /**
   * When it is time to find out whether the target's UDP port is closed; empty when that is known
   * or not in question.
   */
  Optional<Instant> probeAt() {
    boolean open =
        isCaller()
            && transport == Transport.UDP
            && !probed
            && leg.invite().isPresent()
            && !leg.heard();
    return open ? Optional.of(leg.since().plus(PROBE_AFTER)) : Optional.empty();
  }

  /** Asks with a connected socket; the bad news, if any. */
  Optional<String> probe() {
    probed = true;
    Probe.Finding found =
        Probe.udp(endpoint.address().getAddress(), destination, Duration.ofMillis(100));
    return found == Probe.Finding.OPEN_OR_SILENT
        ? Optional.empty()
        : Optional.of(
            found.words() + " at udp " + Flow.text(destination) + "; is the target running there?");
  }

  boolean heard() {
    return leg.heard();
  }

  Optional<String> failure() {
    return failure;
  }

  void noteFailure(String reason) {
    failure = Optional.of(reason);
  }

  List<SipMessage> received() {
    return leg.received();
  }

  Optional<byte[]> offerReceived() {
    return media.offerReceived();
  }

  Media media() {
    return media;
  }

  /** Whether the script itself sends that method, so that its answer is the script's business. */
  boolean scripts(String method) {
    return leg.scripted(method);
  }

  boolean callerCancelled() {
    return leg.cancelReceived();
  }

  boolean causedByCancel(SipMessage response) {
    return leg.cancelSent()
        && response.method().equals("INVITE")
        && response.status().orElse(0) == 487;
  }

  /** Whether a 2xx is another fork's: it is taken and ended at once, and is nobody's fault. */
  boolean isOtherFork(SipMessage response) {
    return response.status().orElse(0) / 100 == 2 && !leg.owns(response);
  }

  void addBacklog(Event.Arrived arrived) {
    backlog.add(arrived);
  }

  List<Event.Arrived> takeBacklog() {
    List<Event.Arrived> out = List.copyOf(backlog);
    backlog.clear();
    return out;
  }

  // ---- its life ----

  /**
   * Takes its place on the network.
   *
   * @param numberOf the number of an actor by its name; any other text as it is
   */
  void begin(UnaryOperator<String> numberOf) {
    if (isCaller()) {
      if (raw) {
        rawLine = new RawLine(line);
        endpoint = rawEndpoint();
      }
      stage.callerBoard().connect(callId, line);
    } else {
      stage.correlator().await(lease, line);
    }
    Outbox outbox =
        new Outbox(
            callId,
            transport,
            endpoint.address(transport),
            stage.target().local(),
            targetHost,
            lease,
            captures);
    call = new Call(leg, media, outbox, endpoint, transport, destination, lease);
    performer = new Performer(actor, call, numberOf);
    reflexes = new Reflexes(actor, call);
    authentication =
        new Authentication(
            call, stage.target().credentials().map(c -> new Credentials(c.user(), c.password())));
  }

  private SipEndpoint rawEndpoint() {
    return RawEndpoint.open(
        stage.callers().address().getAddress(),
        stage.options().transports(),
        stage.options().tlsSettings(),
        rawLine,
        SipTimers.STANDARD);
  }

  /** Leaves the network; what still arrives is late. */
  void end(CaseId id) {
    Line late = stage.late().lineOf(id, this);
    stage.correlator().forget(lease, line);
    leg.callIds()
        .forEach(c -> (isCaller() ? stage.callerBoard() : stage.calleeBoard()).connect(c, late));
    if (isCaller()) {
      endpoint.abandon(callId);
      stage.callerBoard().connect(callId, late);
      if (rawLine != null && endpoint != stage.callers()) {
        rawLine.goesTo(late);
        stage.retired().add(endpoint);
      }
    }
  }

  /** Performs a send; the message sent. */
  SipMessage perform(Step step) {
    place = step.at();
    SipMessage sent = performer.perform(step);
    lastMethod = sent.isRequest() ? sent.method() : lastMethod;
    return sent;
  }

  /** Takes notice of what arrived. */
  void observe(Event.Arrived arrived) {
    if (!arrived.again()) {
      media.received(arrived.arrival().message());
    }
    leg.received(arrived.arrival(), arrived.again());
  }

  /** What it does by itself. */
  Reflexes reflexes() {
    return reflexes;
  }

  /** How it says who it is. */
  Authentication authentication() {
    return authentication;
  }

  /** The stack acknowledged a refusal. */
  void acknowledged(SipMessage ack) {
    leg.refusalAcknowledged(ack);
    authentication.acknowledged();
  }

  /** Whether nothing is up any more. */
  boolean isClear() {
    return leg.isClear();
  }

  /** What the target owes us at the end, if anything. */
  Optional<Debt> debt() {
    return leg.debt(name(), isCaller());
  }

  /** A message after the end. */
  void settleLate(Arrival arrival, boolean again) {
    if (reflexes != null) {
      reflexes.settleLate(arrival, again);
    }
  }
}
