package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.play.dialog.Media;
import io.parley.play.dialog.ResponseDescription;
import io.parley.play.message.Unplayable;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** How one party answers requests that no script answers. */
final class Answering {
  private final Actor actor;
  private final Call call;

  Answering(Actor actor, Call call) {
    this.actor = actor;
    this.call = call;
  }

  /** Answers the pending INVITE: 180, then 200 by RFC 3264. */
  void answer() {
    Arrival invite = call.leg().their().incoming().orElseThrow();
    String contact = call.contact();
    call.respond(invite, ResponseBuilder.to(invite, 180).contact(contact).build());
    ResponseBuilder ok = ResponseBuilder.to(invite, 200).contact(contact);
    ResponseDescription.of(
            call.leg().media(), true, Optional.empty(), Optional.empty(), actor.offer())
        .ifPresent(b -> ok.body("application/sdp", b));
    call.respond(invite, ok.build());
  }

  /** Refuses the INVITE that waits for an answer. */
  void refuse(int status, String phrase) {
    Arrival invite = call.leg().their().unanswered("INVITE").orElseThrow();
    call.respond(invite, ResponseBuilder.to(invite, status).reason(phrase).build());
  }

  /**
   * Answers a re-INVITE or UPDATE as a user agent does whose user has nothing against it: 200 and
   * what RFC 3264 answers; an offer that cannot be answered gets 488, one that crosses another 491
   * or 500 (RFC 3261 §14.2, RFC 3311 §5.2).
   */
  void refresh(Arrival request) {
    switch (call.leg().offers().collision(request.message())) {
      case OURS -> call.respond(request, ResponseBuilder.to(request, 491).build());
      case THEIRS ->
          call.respond(
              request, ResponseBuilder.to(request, 500).header("Retry-After", "1").build());
      case NONE -> agree(request);
    }
  }

  private void agree(Arrival request) {
    boolean invite = request.message().method().equals("INVITE");
    ResponseBuilder out = ResponseBuilder.to(request, 200).contact(call.contact());
    try {
      if (invite || request.message().hasSdp()) {
        Media media = call.leg().forks().mediaOf(request.message());
        ResponseDescription.of(
                media, invite, Optional.empty(), actor.answer(), media.again(actor.offer()))
            .ifPresent(b -> out.body("application/sdp", b));
      }
    } catch (Unplayable e) {
      call.respond(request, ResponseBuilder.to(request, 488).build());
      return;
    }
    call.respond(request, out.build());
  }

  /**
   * Answers a PRACK: 200 where it is for one of our responses, with the answer to what it offers,
   * else 481 (RFC 3262 §3).
   */
  void acknowledged(Arrival prack, boolean known) {
    SipMessage message = prack.message();
    Media media = call.leg().forks().mediaOf(message);
    ResponseBuilder out = ResponseBuilder.to(prack, known ? 200 : 481);
    if (known && message.hasSdp() && media.owesAnswer()) {
      ResponseDescription.of(media, false, Optional.empty(), actor.answer(), Optional.empty())
          .ifPresent(b -> out.body("application/sdp", b));
    }
    call.respond(prack, out.build());
  }
}
