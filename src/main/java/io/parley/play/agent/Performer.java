package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.play.dialog.Fork;
import io.parley.play.dialog.Media;
import io.parley.play.message.MessageMutator;
import io.parley.play.message.Outbox;
import io.parley.play.message.Unplayable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Performs the sends of one actor's script. */
final class Performer {
  private final Actor actor;
  private final Call call;
  private final Acknowledgement acknowledgement;
  private final Responder responder;
  private final Addressees addressees;

  /**
   * Sets up a performer.
   *
   * @param addressees who is called by what stands in {@code to}
   */
  Performer(Actor actor, Call call, Acknowledgement acknowledgement, Addressees addressees) {
    this.actor = actor;
    this.call = call;
    this.acknowledgement = acknowledgement;
    this.addressees = addressees;
    this.responder = new Responder(actor, call);
  }

  /** Performs a send; the message sent. */
  SipMessage perform(SendStep step) {
    try {
      if (step instanceof SendStep.Request s) {
        return request(s);
      }
      if (step instanceof SendStep.Raw s) {
        return call.send(call.outbox().raw(s.message(), call.destination()));
      }
      return responder.respond((SendStep.Response) step);
    } catch (UncheckedIOException e) {
      throw new Unplayable(FindingKind.UNREACHABLE, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Unplayable(FindingKind.HARNESS, e.getMessage());
    }
  }

  private SipMessage request(SendStep.Request step) {
    call.leg().own().script(step.method());
    return switch (step.method()) {
      case "ACK" -> acknowledgement.send(step);
      case "CANCEL" -> new Cancelling(call).send(step.headers(), step.mutate());
      case "PRACK" -> prack(step);
      default -> plain(step);
    };
  }

  /** Within a call the request would go to its other party, whatever {@code to} says. */
  private void alreadyCalling(String to) {
    throw new Unplayable(
        FindingKind.HARNESS,
        actor.name()
            + " is in a call: what 'to: "
            + to
            + "' begins needs a dialog of its own, such as "
            + Actor.person(actor.name())
            + "/next");
  }

  private SipMessage plain(SendStep.Request step) {
    Optional<Fork> fork = call.fork(step.fork());
    step.to()
        .filter(to -> fork.isPresent() && Addressees.isOfMessage(to))
        .ifPresent(this::alreadyCalling);
    Optional<Addressees.Addressee> to =
        fork.isPresent()
            ? Optional.empty()
            : step.to().map(t -> addressees.of(t, call.outbox()::fill, Actor.person(actor.name())));
    RequestBuilder builder =
        fork.map(f -> call.outbox().within(f.dialog().request(step.method())))
            .orElseGet(() -> initial(step.method(), to.map(Addressees.Addressee::uri)));
    if (step.method().equals("INVITE") || step.method().equals("UPDATE")) {
      builder.remove("Contact").contact(call.contact());
    }
    call.outbox().edit(builder, fork.isPresent() ? List.of() : actor.headers());
    to.ifPresent(t -> call.outbox().edit(builder, t.headers()));
    body(step, builder, fork.map(Fork::media).orElseGet(call.leg()::media));
    call.outbox().edit(builder, step.headers());
    SipMessage message = builder.build();
    if (!step.mutate().isEmpty()) {
      message = SipMessage.of(MessageMutator.apply(message.bytes(), step.mutate()));
    }
    return call.send(message, step.mutate());
  }

  private RequestBuilder initial(String method, Optional<String> to) {
    return call.outbox()
        .initial(method, to, actor.number())
        .set("CSeq", List.of(call.leg().own().nextCseq() + " " + method));
  }

  private SipMessage prack(SendStep.Request step) {
    Fork fork =
        call.fork(step.fork())
            .orElseThrow(
                () -> new Unplayable(FindingKind.HARNESS, "there is no dialog to send PRACK in"));
    boolean named = step.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("RAck"));
    if (fork.provisionals().due().isEmpty() && !named) {
      throw new Unplayable(
          FindingKind.HARNESS, "no reliable provisional response waits for a PRACK; name its RAck");
    }
    return call.prack(
        fork,
        out -> {
          body(step, out, fork.media());
          call.outbox().edit(out, step.headers());
        });
  }

  private void body(SendStep.Request step, RequestBuilder builder, Media media) {
    byte[] offer = new byte[0];
    if (Outbox.isOther(step.body())) {
      offer = new byte[0];
    } else if (step.method().equals("INVITE")) {
      offer =
          media.offerOfInvite(
              step.offer().or(() -> media.again(actor.offer())).orElse(OfferSpec.EMPTY));
    } else if (step.offer().isPresent()) {
      offer = media.offer(step.offer().get());
    } else if (step.method().equals("PRACK") && media.owesAnswer()) {
      offer = media.answer(step.answer().or(actor::answer).orElse(OfferSpec.EMPTY));
    }
    call.outbox().whole(step.body(), offer).ifPresent(b -> builder.body(b.type(), b.bytes()));
  }
}
