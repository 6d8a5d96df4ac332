package io.parley.farend;

import io.parley.profile.Invite;
import io.parley.profile.Profile;
import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls of this far end's own: the INVITE in its manner, the ACK, and a BYE after a time. Once such
 * a call is up, what the other side says in it is judged and answered like that of a caller.
 */
final class Dialling {
  private final Desk desk;
  private final Hangup hangup;
  private final OwnOffer offer;
  private final Sessions sessions;
  private final CallingBack back;

  Dialling(Desk desk, Hangup hangup, Sessions sessions) {
    this.sessions = sessions;
    this.back = new CallingBack(desk, sessions);
    this.desk = desk;
    this.hangup = hangup;
    this.offer = new OwnOffer(desk);
  }

  /** Sends the INVITE. */
  void call(
      String number,
      String host,
      Transport transport,
      InetSocketAddress destination,
      Duration hold) {
    Call call = new Call(destination.getAddress());
    desk.table().began(call);
    int port = desk.anchor().newPort();
    Leg leg = new Leg(call, true, Ids.tag(), transport, destination, port, true);
    Passage passage = new Passage(null, null, leg);
    passage.hold = hold;
    String callId = Ids.callId();
    if (!transport.isStream()) {
      passage.probing = desk.after(FarEndProbe.AFTER, () -> probe(passage));
    }
    begin(passage, invite(number, host, leg, callId), callId);
  }

  /** Without it a closed port would be found out after 64 T1 only. */
  private void probe(Passage passage) {
    desk.probe().ask(passage.to.flow, why -> closed(passage, why));
  }

  private void closed(Passage passage, String why) {
    if (!passage.provisional) {
      lost(passage, why + " at udp " + Flow.text(passage.to.flow));
    }
  }

  /** Calls a user of ours. */
  void call(Place place, OwnCall own) {
    Call call = new Call(place.flow().remote().getAddress());
    desk.table().began(call);
    Leg leg = back.leg(call, place);
    Passage passage = new Passage(null, null, leg);
    passage.hold = own.hold();
    passage.takenBack = own.taken();
    passage.patience = desk.after(own.ringing(), () -> hangup.cancel(passage));
    begin(passage, back.invite(leg, place, own), own.callId());
  }

  private void begin(Passage passage, RequestBuilder invite, String callId) {
    passage.to.outgoing = passage;
    try {
      passage.sent = desk.speaker().send(invite, passage.to);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      passage.stopWaiting();
      hangup.forget(passage.to.call);
      desk.settings().observer().lost(callId, e.getMessage());
    }
  }

  /** Nobody answers, or the way there is broken. */
  void lost(Passage passage, String reason) {
    passage.stopWaiting();
    hangup.forget(passage.to.call);
    desk.table().dropSent(passage);
    desk.speaker().abandon(passage.sent.callId());
    desk.settings().observer().lost(passage.sent.callId(), reason);
  }

  private RequestBuilder invite(String number, String host, Leg leg, String callId) {
    Profile profile = desk.settings().profile();
    Invite manner = profile.invite();
    String phone = manner.userPhone() ? ";user=phone" : "";
    String to = "sip:" + number + "@" + host + phone;
    String from = "sip:" + manner.caller() + "@" + from(manner, host) + phone;
    RequestBuilder out =
        RequestBuilder.of("INVITE", to)
            .from("<" + from + ">", leg.localTag)
            .to("<" + to + ">")
            .cseq(1)
            .callId(callId)
            .maxForwards()
            .contact(desk.speaker().contact(manner.caller(), leg.transport));
    manner.headers().forEach(h -> out.header(h.name(), own(h.value())));
    sessions.requests(leg).ask(leg, null, out);
    if (manner.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("Allow"))) {
      out.header("Allow", desk.speaker().allow());
    }
    return out.body("application/sdp", described(leg));
  }

  private String own(String template) {
    return template
        .replace("{caller}", desk.settings().profile().invite().caller())
        .replace("{address}", desk.speaker().host());
  }

  private byte[] described(Leg leg) {
    leg.described = Speaker.Body.sdp(offer.of(leg));
    return leg.described.bytes();
  }

  private String from(Invite manner, String target) {
    return manner.host().map(h -> h.replace("{target}", target)).orElseGet(desk.speaker()::host);
  }

  /** Takes a response to such an INVITE. */
  void answered(Passage passage, SipMessage response) {
    int status = response.status().orElse(0);
    if (status < 200) {
      progress(passage, status);
      return;
    }
    passage.stopWaiting();
    if (status < 300) {
      accepted(passage, response);
    } else if (!askedAgain(passage, response)) {
      desk.table().dropSent(passage);
      hangup.forget(passage.to.call);
    }
  }

  private void progress(Passage passage, int status) {
    boolean rings = status > 100 && passage.takenBack;
    if ((rings || passage.cancelWanted) && !passage.cancelSent) {
      hangup.cancel(passage);
    }
  }

  /** With the session interval that the other side needs (RFC 4028 §7.4). */
  private boolean askedAgain(Passage passage, SipMessage response) {
    Optional<RequestBuilder> larger =
        sessions.requests(passage.to).larger(passage.to, passage.sent, response);
    larger.ifPresent(
        out -> {
          desk.table().dropSent(passage);
          begin(passage, out, passage.sent.callId());
        });
    return larger.isPresent();
  }

  private void accepted(Passage passage, SipMessage response) {
    Leg leg = passage.to;
    if (leg.dialog != null) {
      desk.speaker().sendAck(passage.ack, leg);
      return;
    }
    leg.outgoing = null;
    leg.dialog = Dialog.uac(passage.sent, response);
    RequestBuilder ack = leg.dialog.ack(passage.sent);
    back.answer(passage, response).ifPresent(b -> ack.body("application/sdp", b));
    passage.ack = desk.speaker().ready(ack, leg);
    desk.speaker().sendAck(passage.ack, leg);
    if (leg.over || passage.cancelWanted) {
      hangup.forget(leg.call);
      hangup.bye(leg, List.of());
      return;
    }
    desk.table().add(leg);
    sessions.agreed(leg, response);
    desk.table().later(() -> desk.table().dropSent(passage));
    desk.after(passage.hold, () -> hangup.end(leg));
  }
}
