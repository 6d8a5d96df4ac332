package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.FindingKind;
import io.parley.model.SendStep;
import io.parley.play.dialog.Forks;
import io.parley.play.dialog.Media;
import io.parley.play.dialog.ResponseDescription;
import io.parley.play.dialog.TheirRequests;
import io.parley.play.message.Outbox;
import io.parley.play.message.Unplayable;
import io.parley.sip.Arrival;
import io.parley.sip.Reliable;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/** Performs the responses of one actor's script. */
final class Responder {
  private final Actor actor;
  private final Call call;

  Responder(Actor actor, Call call) {
    this.actor = actor;
    this.call = call;
  }

  /** Performs the send; the response sent. */
  SipMessage respond(SendStep.Response step) {
    Arrival request = asked(step);
    SipMessage asked = request.message();
    ResponseBuilder out = ResponseBuilder.to(request, step.status());
    step.phrase().ifPresent(out::reason);
    boolean initial = asked.toTag().isEmpty();
    if (initial) {
      step.fork().ifPresent(d -> out.toTag(call.leg().forks().tagOf(d)));
    }
    boolean invite = asked.method().equals("INVITE");
    if (step.status() < 300 && (invite || asked.method().equals("UPDATE"))) {
      out.contact(call.contact());
    }
    String tag = out.build().toTag().orElse("");
    Forks forks = call.leg().forks();
    Media media = initial ? forks.media(tag) : forks.mediaOf(asked);
    byte[] description = describe(step, asked, media).orElse(new byte[0]);
    if (step.reliable()) {
      out.header("Require", Reliable.TAG).header("RSeq", Long.toString(forks.nextRseq(tag)));
    }
    call.outbox().whole(step.body(), description).ifPresent(b -> out.body(b.type(), b.bytes()));
    step.headers().forEach(h -> edit(out, h.name(), h.values()));
    return call.respond(request, out.build());
  }

  /** The request that is answered: the one received last, or the last of the method it names. */
  private Arrival asked(SendStep.Response step) {
    TheirRequests their = call.leg().their();
    return their
        .unanswered(m -> step.method().map(m.method()::equals).orElse(true) && mayBe(step, m))
        .or(() -> step.fork().flatMap(d -> their.incoming())) // another fork of what was answered
        .orElseThrow(
            () ->
                new Unplayable(
                    FindingKind.HARNESS,
                    "there is no " + step.method().orElse("request") + " to answer"));
  }

  private boolean mayBe(SendStep.Response step, SipMessage asked) {
    boolean named = step.fork().isPresent() && asked.toTag().isPresent();
    return !named || call.leg().forks().mayBe(step.fork().get(), asked);
  }

  private Optional<byte[]> describe(SendStep.Response step, SipMessage asked, Media media) {
    boolean invite = asked.method().equals("INVITE");
    boolean success = step.status() / 100 == 2;
    boolean describes =
        success && (invite || asked.hasSdp())
            || step.answer().isPresent()
            || step.offer().isPresent();
    if (invite && step.answer().isPresent() && media.ofInvite().isSettled()) {
      byte[] second = media.answer(step.answer().get()); // wrong on purpose: RFC 3261 §13.2.1
      return second.length == 0 ? Optional.empty() : Optional.of(second);
    }
    return describes && !Outbox.isOther(step.body())
        ? ResponseDescription.of(
            media,
            invite,
            step.offer(),
            step.answer().or(actor::answer),
            media.again(actor.offer()))
        : Optional.empty();
  }

  private void edit(ResponseBuilder out, String name, List<String> values) {
    if (values.isEmpty()) {
      out.remove(name);
    } else {
      out.set(name, values.stream().map(v -> Outbox.utf8(call.outbox().fill(v))).toList());
    }
  }
}
