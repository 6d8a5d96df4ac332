package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.OfferSpec;
import io.parley.play.dialog.Fork;
import io.parley.play.message.Unplayable;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Lets go of a party's call, whatever has come of it. */
public final class HangUp {
  private final Actor actor;
  private final Call call;
  private final Acknowledgement acknowledgement;

  HangUp(Actor actor, Call call, Acknowledgement acknowledgement) {
    this.acknowledgement = acknowledgement;
    this.actor = actor;
    this.call = call;
  }

  /**
   * Lets go of the call as its state asks; what was done, in words, or empty when there is nothing
   * to do now.
   */
  public Optional<String> release() {
    acknowledgement.settle();
    if (call.leg().isClear()) {
      return Optional.empty();
    }
    try {
      return actor.role() == Actor.Role.CALLER ? releaseCaller() : releaseCallee();
    } catch (UncheckedIOException | Unplayable e) {
      return Optional.of(actor.name() + " could not let go: " + e.getMessage());
    }
  }

  private Optional<String> releaseCaller() {
    if (call.leg().isAnswered()) {
      return hangUp();
    }
    if (call.leg().own().lastInvite().mayCancel()) {
      new Cancelling(call).send();
      return Optional.of(actor.name() + " sent CANCEL");
    }
    return Optional.empty();
  }

  private Optional<String> releaseCallee() {
    if (call.leg().their().isPending()) {
      // Nobody may CANCEL an INVITE that shows no sign of life (RFC 3261 §9.1).
      if (actor.manners().trying()) {
        call.leg().refusing();
      }
      Arrival invite = call.leg().their().unanswered("INVITE").orElseThrow();
      call.respond(invite, ResponseBuilder.to(invite, 480).build());
      return Optional.of(actor.name() + " refused with 480");
    }
    return hangUp();
  }

  /** Ends every dialog that is up: where a call was forked there may be several. */
  private Optional<String> hangUp() {
    List<Fork> up = call.leg().forks().all().stream().filter(Fork::mayHangUp).toList();
    for (Fork fork : up) {
      if (fork.owesAck()) {
        call.acknowledge(fork, OfferSpec.EMPTY, List.of());
      }
      call.leg().hangingUp();
      call.hangUp(fork);
    }
    return up.isEmpty() ? Optional.empty() : Optional.of(actor.name() + " sent BYE");
  }
}
