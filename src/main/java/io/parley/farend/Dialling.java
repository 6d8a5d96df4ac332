package io.parley.farend;

import io.parley.profile.Profile;
import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Calls of this far end's own: the INVITE in its manner, the ACK, and a BYE after a time. Once such
 * a call is up, what the other side says in it is judged and answered like that of a caller.
 */
final class Dialling {
  private final Desk desk;
  private final Hangup hangup;
  private final OwnOffer offer;

  Dialling(Desk desk, Hangup hangup) {
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
    Call call = new Call();
    desk.table().began(call);
    int port = desk.anchor().newPort();
    Leg leg = new Leg(call, true, Ids.tag(), transport, destination, port, true);
    Passage passage = new Passage(null, null, leg);
    passage.hold = hold;
    leg.outgoing = passage;
    String callId = Ids.callId();
    try {
      passage.sent = desk.speaker().send(invite(number, host, leg, callId), leg);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      hangup.forget(call);
      desk.settings().observer().lost(callId, e.getMessage());
    }
  }

  /** Nobody answers, or the way there is broken. */
  void lost(Passage passage, String reason) {
    hangup.forget(passage.to.call);
    desk.table().dropSent(passage);
    desk.speaker().abandon(passage.sent.callId());
    desk.settings().observer().lost(passage.sent.callId(), reason);
  }

  private RequestBuilder invite(String number, String host, Leg leg, String callId) {
    Profile profile = desk.settings().profile();
    String caller = profile.invite().caller();
    String to = "sip:" + number + "@" + host;
    RequestBuilder out =
        RequestBuilder.of("INVITE", to + ";user=phone")
            .from("<sip:" + caller + "@" + from(profile) + ";user=phone>", leg.localTag)
            .to("<" + to + ";user=phone>")
            .cseq(1)
            .callId(callId)
            .maxForwards()
            .contact(desk.speaker().contact(caller, leg.transport));
    profile.invite().headers().forEach(h -> out.header(h.name(), h.value()));
    return out.header("Allow", desk.speaker().allow()).body("application/sdp", offer.of(leg));
  }

  private String from(Profile profile) {
    return profile.invite().host().orElseGet(desk.speaker()::host);
  }

  /** Takes a response to such an INVITE. */
  void answered(Passage passage, SipMessage response) {
    int status = response.status().orElse(0);
    if (status < 200) {
      return;
    }
    if (status < 300) {
      accepted(passage, response);
    } else {
      desk.table().dropSent(passage);
      hangup.forget(passage.to.call);
    }
  }

  private void accepted(Passage passage, SipMessage response) {
    Leg leg = passage.to;
    if (leg.dialog != null) {
      desk.speaker().sendAck(passage.ack, leg);
      return;
    }
    leg.outgoing = null;
    leg.dialog = Dialog.uac(passage.sent, response);
    passage.ack = desk.speaker().ready(leg.dialog.ack(passage.sent), leg);
    desk.speaker().sendAck(passage.ack, leg);
    if (leg.over) {
      hangup.bye(leg, List.of());
      return;
    }
    desk.table().add(leg);
    desk.table().later(() -> desk.table().dropSent(passage));
    desk.after(passage.hold, () -> hangup.end(leg));
  }
}
