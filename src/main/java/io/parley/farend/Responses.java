package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.List;

/** Responses from either leg, mapped to the request they answer on the other. */
final class Responses {
  private final Desk desk;
  private final Hangup hangup;
  private final Confirmations confirmations;
  private final Dialling dialling;

  Responses(Desk desk, Hangup hangup, Confirmations confirmations, Dialling dialling) {
    this.desk = desk;
    this.dialling = dialling;
    this.hangup = hangup;
    this.confirmations = confirmations;
  }

  /** Takes a response. */
  void arrived(Arrival arrival) {
    SipMessage response = arrival.message();
    Passage passage = desk.table().sent(response);
    int status = response.status().orElse(0);
    if (passage == null || status < 100) {
      return;
    }
    passage.provisional = true;
    if (passage.isOwn()) {
      dialling.answered(passage, response);
    } else if (status < 200) {
      provisional(passage, response);
    } else if (passage.isInvite() && status < 300) {
      accepted(passage, response);
    } else {
      ended(passage, response);
    }
  }

  private void provisional(Passage passage, SipMessage response) {
    if (passage.cancelWanted) {
      hangup.cancel(passage);
      return;
    }
    if (passage.answered || response.status().orElse(0) == 100) {
      return;
    }
    passage.stopWaiting();
    early(passage, response);
    desk.speaker().respond(passage.request, passed(passage, response));
  }

  private void early(Passage passage, SipMessage response) {
    if (passage.isInvite() && passage.to.dialog == null && response.toTag().isPresent()) {
      passage.to.dialog = Dialog.uac(passage.sent, response);
      desk.table().add(passage.to);
    }
  }

  private void accepted(Passage passage, SipMessage response) {
    String tag = response.toTag().orElse("");
    if (tag.equals(passage.acceptedTag)) {
      confirmations.again(passage);
      return;
    }
    if (passage.answered) {
      tooLate(passage, response);
      return;
    }
    passage.acceptedTag = tag;
    passage.answered = true;
    passage.stopWaiting();
    confirm(passage, response);
    desk.speaker().respond(passage.request, passed(passage, response));
    confirmations.await(passage);
    if (passage.carriesOffer()) {
      confirmations.acknowledge(passage, null);
    }
    desk.table().later(() -> desk.table().dropSent(passage));
  }

  private void confirm(Passage passage, SipMessage response) {
    Leg leg = passage.to;
    leg.outgoing = null;
    if (passage.isInitial()) {
      leg.dialog = Dialog.uac(passage.sent, response);
      desk.table().add(leg);
    } else {
      leg.dialog.refreshTarget(response);
    }
  }

  /** A 2xx to an INVITE that was cancelled, given up, or answered by another branch: ACK, BYE. */
  private void tooLate(Passage passage, SipMessage response) {
    Leg leg =
        new Leg(
            passage.to.call,
            passage.to.localTag,
            passage.to.transport,
            passage.to.flow,
            passage.to.mediaPort,
            passage.to.judged);
    leg.dialog = Dialog.uac(passage.sent, response);
    SipMessage ack = desk.speaker().ready(leg.dialog.ack(passage.sent), leg);
    desk.speaker().sendAck(ack, leg);
    if (passage.lateTags.add(response.toTag().orElse(""))) {
      hangup.bye(leg, List.of());
      desk.table().later(() -> desk.table().dropSent(passage));
    }
  }

  private void ended(Passage passage, SipMessage response) {
    desk.table().dropSent(passage);
    if (passage.request == null || passage.answered) {
      return;
    }
    if (passage.isInvite() && response.status().orElse(0) >= 300) {
      hangup.refuse(passage, passed(passage, response));
    } else {
      passage.answered = true;
      if (response.status().orElse(0) < 300) {
        passage.to.dialog.refreshTarget(response);
      }
      desk.speaker().respond(passage.request, passed(passage, response));
    }
  }

  /** A request of ours got no final response in time. */
  void timedOut(SipMessage request) {
    Passage passage = desk.table().sentAs(request);
    if (passage == null) {
      return;
    }
    desk.table().dropSent(passage);
    if (passage.isOwn()) {
      dialling.lost(passage, "no final response to INVITE in time");
    } else if (passage.request != null && !passage.answered) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 408));
    }
  }

  /** The response as the other leg gets it. */
  private ResponseBuilder passed(Passage passage, SipMessage response) {
    int status = response.status().orElse(500);
    ResponseBuilder out =
        ResponseBuilder.to(passage.request, status).reason(response.reasonPhrase());
    if (passage.isInitial()) {
      out.toTag(passage.from.localTag);
    }
    if (status < 300) {
      out.contact(desk.speaker().contact("", passage.from.transport));
      out.header("Allow", desk.speaker().allow());
    } else if (status < 400) {
      response.values("Contact").forEach(out::contact);
    }
    PassingHeaders.of(response).forEach(h -> out.header(h.name(), h.value()));
    response.values("Unsupported").forEach(v -> out.header("Unsupported", v));
    desk.speaker()
        .passing(response, passage.from.mediaPort)
        .ifPresent(b -> out.body(b.type(), b.bytes()));
    return out;
  }
}
