package io.parley.farend;

import io.parley.model.Direction;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.HeaderField;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Carries out what the far end asks for by REFER (RFC 3515, RFC 5589 §6): calls whom it names with
 * what the caller has described, and connects the caller to who answers. The caller's dialog stays.
 */
final class Referrals {
  private final Desk desk;
  private final Hangup hangup;
  private final Sessions sessions;
  private final Routes routes;
  private final ReferSubscription subscription;

  Referrals(Desk desk, Hangup hangup, Sessions sessions) {
    this.desk = desk;
    this.hangup = hangup;
    this.sessions = sessions;
    this.routes = new Routes(desk);
    this.subscription = new ReferSubscription(desk);
  }

  /** Takes a REFER within a call: as the settings say. */
  void take(Passage passage) {
    Leg leg = passage.from;
    Optional<ReferTo> named = ReferTo.of(passage.request.message());
    if (desk.settings().service().refer() == ReferPolicy.REFUSE) {
      HeaderField allow = new HeaderField("Allow", desk.allow(leg));
      desk.speaker().respond(passage.request, 405, allow);
    } else if (named.isEmpty()) {
      desk.speaker().respond(passage.request, 400);
    } else if (leg.call.referral != null || leg.peer.dialog == null) {
      desk.speaker().respond(passage.request, 491);
    } else {
      carryOut(passage, named.get());
    }
  }

  private void carryOut(Passage refer, ReferTo named) {
    Leg leg = refer.from;
    subscription.accept(refer);
    subscription.trying(leg, () -> {});
    Route route = routes.to(named.uri(), true, named.replaces());
    if (route.refusal() > 0 || route.next().isEmpty()) {
      subscription.ended(leg, Math.max(route.refusal(), 404), () -> {});
      return;
    }
    Passage invite = new Passage(null, null, towards(leg, route));
    invite.referral = new Referral(desk, hangup, sessions, leg, invite);
    leg.call.referral = invite.referral;
    try {
      invite.sent =
          desk.speaker().send(invite(refer.request.message(), named, route, invite), invite.to);
      desk.table().addSent(invite);
      invite.patience =
          desk.after(desk.settings().times().patience(), () -> invite.referral.lost(408));
    } catch (UncheckedIOException e) {
      invite.referral.lost(503);
    }
  }

  private Leg towards(Leg from, Route route) {
    FarEndServer next =
        route.servers().stream()
            .findFirst()
            .orElseGet(() -> FarEndServer.plain(route.next().orElseThrow()));
    Leg out =
        new Leg(
            from.call,
            false,
            Ids.tag(),
            next.onward(from.transport),
            next.place(from.transport),
            desk.anchor().newPort(),
            route.isNear());
    out.joined = true;
    out.peer = from.peer;
    return out;
  }

  /** The INVITE: with whom it is from, who referred to it, and what the caller described last. */
  private RequestBuilder invite(SipMessage refer, ReferTo named, Route route, Passage invite) {
    Leg to = invite.to;
    Leg transferee = to.peer;
    String at = Flow.text(to.flow);
    String caller =
        SipUri.of(transferee.dialog.remoteParty())
            .map(SipUri::user)
            .filter(u -> !u.isEmpty())
            .orElse("");
    String user = named.user().isEmpty() ? "" : named.user() + "@";
    String own = "<sip:" + (caller.isEmpty() ? "" : caller + "@") + desk.speaker().host() + ">";
    String uri = "sip:" + user + at + named.parameters();
    RequestBuilder out =
        RequestBuilder.of("INVITE", uri + ";transport=" + to.transport.parameter())
            .maxForwards()
            .from(own, to.localTag)
            .to("<sip:" + user + at + ">")
            .callId(Ids.callId())
            .cseq(1)
            .contact(desk.speaker().contact(caller, to.transport))
            .header("Allow", desk.allow(to));
    refer.first("Referred-By").ifPresent(by -> out.header("Referred-By", by));
    route.replaces().ifPresent(r -> out.header("Replaces", r));
    sessions.requests(to).ask(to, null, out);
    byte[] last = invite.referral.transferor().described.bytes();
    byte[] offer = NextDescription.of(last, SdpSession.fresh(), Direction.SENDRECV);
    Speaker.Body body = desk.speaker().describe(Sdp.of(offer), to);
    return out.body(body.type(), body.bytes());
  }
}
