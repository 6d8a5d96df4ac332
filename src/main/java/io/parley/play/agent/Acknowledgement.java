package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.HeaderEdit;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.play.dialog.Fork;
import io.parley.play.message.MessageMutator;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ACKs of one party: those its manners ask for, and those of the script. A refusal is the
 * transaction layer's to acknowledge, unless the actor does not do so at once.
 */
public final class Acknowledgement {
  private final Actor actor;
  private final Call call;
  private final List<Due> due = new ArrayList<>();

  /** An ACK that has its time. */
  private record Due(Instant at, Runnable send) {}

  Acknowledgement(Actor actor, Call call) {
    this.actor = actor;
    this.call = call;
  }

  /**
   * Sends an ACK as the script has it: to the refusal that waits for one, else to the 2xx. One with
   * faults counts for nothing: what it should have acknowledged still waits.
   */
  SipMessage send(SendStep.Request step) {
    Optional<SipMessage> refusal = ownRefusal();
    if (step.mutate().isEmpty()) {
      return refusal.isPresent()
          ? toRefusal(refusal.get(), step.headers())
          : call.acknowledge(
              call.accepted(step.fork()), step.answer().orElse(OfferSpec.EMPTY), step.headers());
    }
    SipMessage good =
        refusal.isPresent()
            ? refusalAck(refusal.get(), step.headers())
            : call.ack(
                call.accepted(step.fork()), step.answer().orElse(OfferSpec.EMPTY), step.headers());
    return faulty(good, step.mutate(), refusal.isPresent());
  }

  private SipMessage faulty(SipMessage good, List<MessageMutation> faults, boolean hopByHop) {
    SipMessage bad = SipMessage.of(MessageMutator.apply(good.bytes(), faults));
    call.sendStateless(bad, hopByHop ? call.destination() : call.route().hop(good));
    return bad;
  }

  /** Acknowledges a 2xx as the actor's manners have it: at once, after a time, or not at all. */
  void accepted(Fork fork) {
    whenDue(() -> call.acknowledge(fork, OfferSpec.EMPTY, List.of()));
  }

  /** The same for a refusal that the transaction layer was told not to acknowledge. */
  void refused(SipMessage refusal) {
    if (!actor.manners().acknowledgesAtOnce()) {
      whenDue(() -> toRefusal(refusal, List.of()));
    }
  }

  private void whenDue(Runnable send) {
    Optional<Duration> after = actor.manners().ack();
    if (actor.manners().acknowledgesAtOnce()) {
      send.run();
    } else if (after.isPresent()) {
      due.add(new Due(Instant.now().plus(after.get()), send));
    }
  }

  /** When the next ACK is due; empty = none. */
  public Optional<Instant> dueAt() {
    return due.stream().map(Due::at).min(Instant::compareTo);
  }

  /** Sends what is due. */
  public void sendDue(Instant now) {
    List<Due> ripe = due.stream().filter(d -> !d.at().isAfter(now)).toList();
    due.removeAll(ripe);
    ripe.forEach(d -> d.send().run());
  }

  /** The clean-up leaves no refusal without its ACK: the target would repeat it for 32 s. */
  void settle() {
    due.clear();
    ownRefusal().ifPresent(r -> toRefusal(r, List.of()));
  }

  /** The refusal that waits for an ACK of ours, and not of the transaction layer's. */
  private Optional<SipMessage> ownRefusal() {
    return actor.manners().acknowledgesAtOnce()
        ? Optional.empty()
        : call.leg().own().lastInvite().unacknowledgedRefusal();
  }

  /** RFC 3261 §17.1.1.3: to where the INVITE went. */
  private SipMessage toRefusal(SipMessage refusal, List<HeaderEdit> headers) {
    SipMessage ack = refusalAck(refusal, headers);
    call.leg().own().lastInvite().refusalAcknowledged(ack);
    call.sendStateless(ack, call.destination());
    return ack;
  }

  private SipMessage refusalAck(SipMessage refusal, List<HeaderEdit> headers) {
    SipMessage invite = call.leg().own().invite().orElseThrow();
    return call.outbox().edit(RequestBuilder.acknowledging(invite, refusal), headers).build();
  }
}
