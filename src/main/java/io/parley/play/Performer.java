package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.BodySpec;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.Step;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Performs the sends of one actor's script. */
final class Performer {
  private final Actor actor;
  private final Call call;
  private final Acknowledgement acknowledgement;
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
  }

  /** Performs a send; the message sent. */
  SipMessage perform(Step step) {
    try {
      if (step instanceof Step.SendRequest s) {
        return request(s);
      }
      if (step instanceof Step.SendRaw s) {
        return call.send(call.outbox().raw(s.message(), call.destination()));
      }
      return response((Step.SendResponse) step);
    } catch (UncheckedIOException e) {
      throw new Unplayable(FindingKind.UNREACHABLE, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Unplayable(FindingKind.HARNESS, e.getMessage());
    }
  }

  private SipMessage request(Step.SendRequest step) {
    call.leg().own().script(step.method());
    Optional<Dialog> dialog = call.leg().dialog();
    return switch (step.method()) {
      case "ACK" -> acknowledgement.send(step);
      case "CANCEL" -> call.cancel(step.headers(), step.mutate());
      default -> {
        step.to()
            .filter(t -> dialog.isPresent() && Addressees.isOfMessage(t))
            .ifPresent(t -> alreadyCalling(t));
        Optional<Addressees.Addressee> to =
            dialog.isPresent()
                ? Optional.empty()
                : step.to()
                    .map(t -> addressees.of(t, call.outbox()::fill, Actor.person(actor.name())));
        RequestBuilder builder =
            dialog
                .map(d -> call.outbox().within(d.request(step.method())))
                .orElseGet(() -> initial(step.method(), to.map(Addressees.Addressee::uri)));
        if (step.method().equals("INVITE") || step.method().equals("UPDATE")) {
          builder.remove("Contact").contact(call.contact());
        }
        call.outbox().edit(builder, dialog.isPresent() ? List.of() : actor.headers());
        to.ifPresent(t -> call.outbox().edit(builder, t.headers()));
        body(step, builder);
        call.outbox().edit(builder, step.headers());
        SipMessage message = builder.build();
        if (!step.mutate().isEmpty()) {
          message = SipMessage.of(MessageMutator.apply(message.bytes(), step.mutate()));
        }
        yield call.send(message, step.mutate());
      }
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

  private RequestBuilder initial(String method, Optional<String> to) {
    return call.outbox()
        .initial(method, to, actor.number())
        .set("CSeq", List.of(call.leg().own().nextCseq() + " " + method));
  }

  private void body(Step.SendRequest step, RequestBuilder builder) {
    Media media = call.leg().media();
    byte[] offer = new byte[0];
    if (isOther(step.body())) {
      offer = new byte[0];
    } else if (step.method().equals("INVITE")) {
      offer =
          media.offerOfInvite(
              step.offer().or(() -> media.again(actor.offer())).orElse(OfferSpec.EMPTY));
    } else if (step.offer().isPresent()) {
      offer = media.offer(step.offer().get());
    }
    whole(step.body(), offer).ifPresent(b -> builder.body(b.type(), b.bytes()));
  }

  /** Whether a body stands in the place of an offer or answer. */
  private static boolean isOther(Optional<BodySpec> body) {
    return body.filter(b -> !b.carriesDescription()).isPresent();
  }

  /** The body: the description, or what the script says with the description in it. */
  private Optional<Body> whole(Optional<BodySpec> body, byte[] description) {
    return body.map(b -> call.outbox().body(b, description))
        .or(() -> Optional.of(Body.sdp(description)).filter(b -> description.length > 0));
  }

  private SipMessage response(Step.SendResponse step) {
    Arrival request =
        call.leg()
            .their()
            .unanswered()
            .orElseThrow(
                () -> new Unplayable(FindingKind.HARNESS, "there is no request to answer"));
    ResponseBuilder out = ResponseBuilder.to(request, step.status());
    step.phrase().ifPresent(out::reason);
    boolean invite = request.message().method().equals("INVITE");
    if (invite && step.status() < 300) {
      out.contact(call.contact());
    }
    boolean describes =
        invite && step.status() / 100 == 2
            || request.message().hasSdp() && step.status() / 100 == 2
            || step.answer().isPresent()
            || step.offer().isPresent();
    byte[] description = new byte[0];
    if (!isOther(step.body()) && describes) {
      Media media = media(request, out);
      description =
          Call.describe(
                  media,
                  invite,
                  step.offer(),
                  step.answer().or(actor::answer),
                  media.again(actor.offer()))
              .orElse(description);
    }
    whole(step.body(), description).ifPresent(b -> out.body(b.type(), b.bytes()));
    step.headers().forEach(h -> edit(out, h.name(), h.values()));
    return call.respond(request, out.build());
  }

  /** The offers and answers of the dialog that the response is of, or will make. */
  private Media media(Arrival request, ResponseBuilder out) {
    boolean initial = request.message().toTag().isEmpty();
    return initial
        ? call.leg().forks().media(out.build().toTag().orElse(""))
        : call.leg().forks().mediaOf(request.message());
  }

  private void edit(ResponseBuilder out, String name, List<String> values) {
    if (values.isEmpty()) {
      out.remove(name);
    } else {
      out.set(name, values.stream().map(v -> Outbox.utf8(call.outbox().fill(v))).toList());
    }
  }
}
