package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.CaseId;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Probe;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * One actor at work: its call, its dialog, its place in offer and answer. The {@link Line} half
 * runs on socket threads and only records and enqueues; everything else belongs to the case's
 * worker.
 */
final class Party implements Line {
  private static final Duration PROBE_AFTER = Duration.ofSeconds(1);

  private final Actor actor;
  private final Stage stage;
  private final Recorder recorder;
  private final BlockingQueue<Event> mailbox;
  private final NumberPool.Lease lease;
  private final Transport transport;
  private final InetSocketAddress destination;
  private final String callId = Ids.callId();
  private final List<Event.Arrived> backlog = new ArrayList<>();
  private final Leg leg = new Leg();
  private final Media media;
  private final String targetHost;
  private SipEndpoint endpoint;
  private Outbox outbox;
  private Optional<String> failure = Optional.empty();
  private String lastMethod = "INVITE";
  private SourcePosition place;
  private final boolean raw;
  private boolean probed;

  Party(
      Actor actor,
      boolean raw,
      Stage stage,
      Optional<String> profile,
      Recorder recorder,
      BlockingQueue<Event> mailbox,
      NumberPool.Lease lease) {
    this.actor = actor;
    this.raw = raw;
    this.stage = stage;
    this.recorder = recorder;
    this.mailbox = mailbox;
    this.lease = lease;
    this.destination = stage.target().address(profile);
    this.targetHost = stage.target().uriHost(profile);
    this.transport =
        actor
            .transport()
            .map(t -> Transport.valueOf(t.toUpperCase(java.util.Locale.ROOT)))
            .orElse(stage.target().transports().get(0));
    this.endpoint = isCaller() ? stage.callers() : stage.callees();
    String media =
        stage.target().local().advertise().orElse(endpoint.address().getAddress().getHostAddress());
    this.media = new Media(new MediaPlace(media, stage.ports().next()));
  }

  // ---- the line: socket threads ----

  @Override
  public void arrived(Arrival arrival) {
    boolean again = recorder.add(actor.name(), arrival.frame(), arrival.message());
    mailbox.add(new Event.Arrived(this, arrival, again));
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    recorder.add(actor.name(), frame, message);
    if (message.isRequest() && message.method().equals("ACK")) {
      mailbox.add(new Event.Acknowledged(this));
    }
  }

  @Override
  public void failed(Flow flow, String reason) {
    mailbox.add(new Event.Failed(this, flow, reason));
  }

  @Override
  public void timedOut(SipMessage request) {
    mailbox.add(new Event.TimedOut(this, request));
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

  Optional<SipMessage> lastReceived() {
    return leg.lastReceived();
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

  void addBacklog(Event.Arrived arrived) {
    backlog.add(arrived);
  }

  List<Event.Arrived> takeBacklog() {
    List<Event.Arrived> out = List.copyOf(backlog);
    backlog.clear();
    return out;
  }

  // ---- its life ----

  /** Takes its place on the network. */
  void begin() {
    if (isCaller()) {
      if (raw) {
        throw new Unplayable(FindingKind.HARNESS, "the raw lane is not there yet");
      }
      stage.callerBoard().connect(callId, this);
    } else {
      stage.correlator().await(lease, this);
    }
    outbox =
        new Outbox(
            callId,
            transport,
            endpoint.address(),
            stage.target().local().advertise(),
            targetHost,
            lease);
  }

  /** Leaves the network; what still arrives is late. */
  void end(CaseId id) {
    Line late = stage.late().lineOf(id, this);
    stage.correlator().forget(lease, this);
    leg.callIds()
        .forEach(c -> (isCaller() ? stage.callerBoard() : stage.calleeBoard()).connect(c, late));
    if (isCaller()) {
      endpoint.abandon(callId);
      stage.callerBoard().connect(callId, late);
      if (endpoint != stage.callers()) {
        endpoint.close();
      }
    }
  }

  // ---- what the script makes it do ----

  /** Performs a send; the message sent. */
  SipMessage perform(Step step, Map<String, Party> parties) {
    place = step.at();
    try {
      if (step instanceof Step.SendRequest s) {
        return request(s, parties);
      }
      if (step instanceof Step.SendRaw s) {
        SipMessage message = outbox.raw(s, destination);
        leg.sent(message);
        lastMethod = message.method();
        endpoint.send(message, transport, destination);
        return message;
      }
      return response((Step.SendResponse) step);
    } catch (UncheckedIOException e) {
      throw new Unplayable(FindingKind.UNREACHABLE, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Unplayable(FindingKind.HARNESS, e.getMessage());
    }
  }

  private SipMessage request(Step.SendRequest step, Map<String, Party> parties) {
    lastMethod = step.method();
    leg.script(step.method());
    Optional<Dialog> dialog = leg.dialog();
    return switch (step.method()) {
      case "ACK" -> acknowledge(step.answer().orElse(OfferSpec.EMPTY), step);
      case "CANCEL" -> cancel();
      default -> {
        RequestBuilder builder =
            dialog
                .map(d -> outbox.within(d.request(step.method())))
                .orElseGet(
                    () -> outbox.initial(step.method(), called(step, parties), actor.number()));
        if (step.method().equals("INVITE")) {
          builder.remove("Contact").contact(outbox.contact(lease.calling()));
        }
        outbox.edit(builder, dialog.isPresent() ? List.of() : actor.headers());
        body(step, builder);
        outbox.edit(builder, step.headers());
        SipMessage message = builder.build();
        if (!step.mutate().isEmpty()) {
          message = SipMessage.of(MessageMutator.apply(message.bytes(), step.mutate()));
        }
        yield send(message);
      }
    };
  }

  private static Optional<String> called(Step.SendRequest step, Map<String, Party> parties) {
    return step.to()
        .flatMap(to -> parties.containsKey(to) ? parties.get(to).actor.number() : Optional.of(to));
  }

  private void body(Step.SendRequest step, RequestBuilder builder) {
    if (step.body().isPresent()) {
      builder.body(step.body().get().contentType(), Outbox.bytes(step.body().get()));
      return;
    }
    boolean offers = step.method().equals("INVITE") || step.offer().isPresent();
    byte[] offer =
        offers ? media.offer(step.offer().or(actor::offer).orElse(OfferSpec.EMPTY)) : new byte[0];
    if (offer.length > 0) {
      builder.body("application/sdp", offer);
    }
  }

  private SipMessage send(SipMessage message) {
    leg.sent(message);
    endpoint.send(message, transport, hop());
    return message;
  }

  /**
   * Where the next request goes: the dialog's next hop where that is an address of the same reach,
   * else the target.
   */
  private InetSocketAddress hop() {
    InetSocketAddress flow = leg.flowRemote().orElse(destination);
    return leg.dialog()
        .flatMap(Dialog::nextHop)
        .flatMap(SipUri::address)
        .filter(a -> a.getAddress().isLoopbackAddress() == flow.getAddress().isLoopbackAddress())
        .orElse(flow);
  }

  private SipMessage acknowledge(OfferSpec answer, Step.SendRequest step) {
    Dialog dialog =
        leg.dialog()
            .orElseThrow(
                () -> new Unplayable(FindingKind.HARNESS, "there is no 2xx to acknowledge"));
    byte[] body = media.owesAnswer() ? media.answer(answer) : new byte[0];
    SipMessage ack =
        outbox.ack(
            dialog, leg.invite().orElseThrow(), body, step == null ? List.of() : step.headers());
    leg.acked(ack);
    endpoint.sendStateless(ack.bytes(), transport, hop());
    return ack;
  }

  private SipMessage cancel() {
    SipMessage invite =
        leg.invite()
            .orElseThrow(() -> new Unplayable(FindingKind.HARNESS, "there is no INVITE to cancel"));
    leg.cancelling();
    SipMessage cancel = RequestBuilder.cancel(invite);
    endpoint.send(cancel, transport, destination);
    return cancel;
  }

  private SipMessage response(Step.SendResponse step) {
    Arrival request =
        leg.unanswered()
            .orElseThrow(
                () -> new Unplayable(FindingKind.HARNESS, "there is no request to answer"));
    ResponseBuilder out = ResponseBuilder.to(request, step.status());
    step.phrase().ifPresent(out::reason);
    boolean invite = request.message().method().equals("INVITE");
    if (invite && step.status() < 300) {
      out.contact(outbox.contact(lease.called()));
    }
    step.body().ifPresent(b -> out.body(b.contentType(), Outbox.bytes(b)));
    boolean describes =
        invite && step.status() / 100 == 2 || step.answer().isPresent() || step.offer().isPresent();
    if (step.body().isEmpty() && describes) {
      sdp(step.offer(), step.answer().or(actor::answer))
          .ifPresent(b -> out.body("application/sdp", b));
    }
    step.headers().forEach(h -> edit(out, h.name(), h.values()));
    return respond(request, out.build());
  }

  private void edit(ResponseBuilder out, String name, List<String> values) {
    if (values.isEmpty()) {
      out.remove(name);
    } else {
      out.set(name, values.stream().map(v -> Outbox.utf8(outbox.fill(v))).toList());
    }
  }

  private Optional<byte[]> sdp(Optional<OfferSpec> offer, Optional<OfferSpec> answer) {
    byte[] body;
    if (offer.isPresent() || !media.owesAnswer()) {
      boolean silent =
          answer.map(OfferSpec::isNone).orElse(false)
              || media.offerSent().isPresent() && offer.isEmpty();
      body = silent ? new byte[0] : media.offer(offer.or(actor::offer).orElse(OfferSpec.EMPTY));
    } else {
      body = media.answer(answer.orElse(OfferSpec.EMPTY));
    }
    return body.length == 0 ? Optional.empty() : Optional.of(body);
  }

  private SipMessage respond(Arrival request, SipMessage response) {
    leg.responded(request, response);
    endpoint.respond(request, response);
    return response;
  }

  // ---- what happens without the script saying so ----

  /** Takes notice of what arrived. */
  void observe(Event.Arrived arrived) {
    if (!arrived.again()) {
      media.received(arrived.arrival().message());
    }
    leg.received(arrived.arrival(), arrived.again());
  }

  /**
   * Does what a user agent does by itself: ACK to 2xx, 200 to CANCEL and BYE, 487 after CANCEL.
   *
   * @param scripted whether a later step sends the ACK or answers the request
   */
  void react(Event.Arrived arrived, boolean scripted) {
    SipMessage message = arrived.arrival().message();
    if (message.isResponse()) {
      boolean answered = message.method().equals("INVITE") && message.status().orElse(0) / 100 == 2;
      if (answered && arrived.again()) {
        leg.ackSent().ifPresent(ack -> endpoint.sendStateless(ack.bytes(), transport, hop()));
      } else if (answered && !scripted) {
        acknowledge(OfferSpec.EMPTY, null);
      }
      return;
    }
    if (arrived.again()) {
      return;
    }
    switch (message.method()) {
      case "ACK" -> {}
      case "CANCEL" -> cancelled(arrived.arrival());
      case "INVITE" -> {
        if (!leg.isFirst(arrived.arrival())) {
          respond(arrived.arrival(), ResponseBuilder.to(arrived.arrival(), 488).build());
        }
      }
      default -> {
        if (!scripted) {
          respond(arrived.arrival(), ResponseBuilder.to(arrived.arrival(), 200).build());
        }
      }
    }
  }

  private void cancelled(Arrival cancel) {
    endpoint.respond(
        cancel, ResponseBuilder.to(cancel, leg.incoming().isPresent() ? 200 : 481).build());
    if (leg.isPending()) {
      Arrival invite = leg.incoming().orElseThrow();
      respond(invite, ResponseBuilder.to(invite, 487).build());
    }
  }

  /** Answers the pending INVITE: 180, then 200 by RFC 3264. */
  void answer() {
    Arrival invite = leg.incoming().orElseThrow();
    String contact = outbox.contact(lease.called());
    respond(invite, ResponseBuilder.to(invite, 180).contact(contact).build());
    ResponseBuilder ok = ResponseBuilder.to(invite, 200).contact(contact);
    sdp(Optional.empty(), Optional.empty()).ifPresent(b -> ok.body("application/sdp", b));
    respond(invite, ok.build());
  }

  /** Refuses the pending INVITE. */
  void refuse(int status, String phrase) {
    Arrival invite = leg.incoming().orElseThrow();
    respond(invite, ResponseBuilder.to(invite, status).reason(phrase).build());
  }

  // ---- clean-up ----

  /** The stack acknowledged a refusal. */
  void acknowledged() {
    leg.refusalAcknowledged();
  }

  /** Something that is not as it must be when the call is over. */
  record Unconfirmed(FindingKind kind, String expected, String actual) {}

  /** Whether nothing is up any more. */
  boolean isClear() {
    return leg.isClear();
  }

  /**
   * Lets go of the call as its state asks; what was done, in words, or empty when there is nothing
   * to do now.
   */
  Optional<String> release() {
    if (leg.isClear()) {
      return Optional.empty();
    }
    try {
      return isCaller() ? releaseCaller() : releaseCallee();
    } catch (UncheckedIOException | Unplayable e) {
      return Optional.of(name() + " could not let go: " + e.getMessage());
    }
  }

  private Optional<String> releaseCaller() {
    if (leg.isAnswered() && leg.mayHangUp()) {
      if (leg.ackSent().isEmpty()) {
        acknowledge(OfferSpec.EMPTY, null);
      }
      return hangUp();
    }
    if (leg.mayCancel()) {
      cancel();
      return Optional.of(name() + " sent CANCEL");
    }
    return Optional.empty();
  }

  private Optional<String> releaseCallee() {
    if (leg.isPending()) {
      leg.refusing();
      refuse(480, "Temporarily Unavailable");
      return Optional.of(name() + " refused with 480");
    }
    return leg.isAnswered() && leg.mayHangUp() ? hangUp() : Optional.empty();
  }

  private Optional<String> hangUp() {
    leg.hangingUp();
    SipMessage bye = outbox.within(leg.dialog().orElseThrow().request("BYE")).build();
    send(bye);
    return Optional.of(name() + " sent BYE");
  }

  /** What the target owes us at the end, if anything. */
  Optional<Unconfirmed> unconfirmed() {
    return leg.unconfirmed(name(), isCaller());
  }

  /** A message after the end: an answered call is still let go of. */
  void settleLate(Arrival arrival, boolean again) {
    SipMessage message = arrival.message();
    leg.received(arrival, again);
    if (message.isResponse()) {
      boolean answered = message.method().equals("INVITE") && message.status().orElse(0) / 100 == 2;
      if (answered && isCaller() && endpoint == stage.callers()) {
        if (leg.ackSent().isPresent()) {
          endpoint.sendStateless(leg.ackSent().get().bytes(), transport, hop());
        } else {
          release();
        }
      }
    } else if (!message.method().equals("ACK")) {
      endpoint.respond(
          arrival, ResponseBuilder.to(arrival, message.method().equals("BYE") ? 200 : 481).build());
    }
  }
}
