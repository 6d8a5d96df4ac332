package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/** Responses from either leg, mapped to the request they answer on the other. */
final class Responses {
  private final Desk desk;
  private final Hangup hangup;
  private final Confirmations confirmations;
  private final Dialling dialling;
  private final Forking forking;
  private final Progress progress;
  private final Sessions sessions;
  private final NextServer next;

  Responses(
      Desk desk, Hangup hangup, Confirmations confirmations, Dialling dialling, Sessions sessions) {
    this.sessions = sessions;
    this.next = new NextServer(desk, new OnwardInvite(desk, sessions));
    this.desk = desk;
    this.dialling = dialling;
    this.hangup = hangup;
    this.confirmations = confirmations;
    this.forking = new Forking(desk);
    this.progress = new Progress(desk);
  }

  /** Takes a response. */
  void arrived(Arrival arrival) {
    SipMessage response = arrival.message();
    Passage passage = desk.table().sent(response);
    int status = response.status().orElse(0);
    if (passage == null || status < 100) {
      desk.monitor().answered(response);
      return;
    }
    passage.provisional = true;
    if (passage.referral != null) {
      passage.referral.answered(response);
    } else if (passage.isOwn()) {
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
    if (passage.answered || passage.request == null || response.status().orElse(0) == 100) {
      return;
    }
    passage.stopWaiting();
    progress.pass(passage, forking.leg(passage, response), response);
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
    if (passage.request == null) {
      sessions.taken(passage, response);
      passage.concluded.run();
      return;
    }
    if (passage.isInitial() && !AnsweredKeys.fit(passage.sent, response)) {
      unkeyed(passage, response);
      return;
    }
    passage.acceptedTag = tag;
    passage.answered = true;
    passage.stopWaiting();
    confirm(passage, response);
    desk.speaker().respond(passage.request, agreed(passage, response));
    confirmations.await(passage);
    if (passage.carriesOffer()) {
      confirmations.acknowledge(passage, null);
    }
    desk.table().later(() -> desk.table().dropSent(passage));
  }

  /** An answer that nobody can be keyed by: the far end is hung up on, the caller refused. */
  private void unkeyed(Passage passage, SipMessage response) {
    passage.stopWaiting();
    tooLate(passage, response);
    hangup.refuse(
        passage,
        ResponseBuilder.to(passage.request, 488)
            .toTag(passage.from.localTag)
            .header("Warning", "399 sbc \"The far end answered with a key that was not offered\""));
  }

  /** A 2xx as the other leg gets it, with the session timers that are agreed on either. */
  private ResponseBuilder agreed(Passage passage, SipMessage response) {
    ResponseBuilder out = PassedResponse.of(desk, passage, passage.from, response);
    sessions.agreed(passage.to, response);
    sessions.answer(passage.from, passage.request.message(), out);
    return out;
  }

  private void confirm(Passage passage, SipMessage response) {
    if (passage.isInitial()) {
      Leg leg = forking.leg(passage, response);
      forking.decided(passage, leg);
      leg.dialog = leg.dialog.confirmed(passage.sent, response);
      desk.table().add(leg);
    } else {
      passage.to.dialog.refreshTarget(response);
    }
    passage.to.outgoing = null;
    passage.settled();
  }

  /** A 2xx to an INVITE that was cancelled, given up, or answered by another branch: ACK, BYE. */
  private void tooLate(Passage passage, SipMessage response) {
    Leg leg = passage.to.fork(passage.to.localTag, passage.to.mediaPort);
    leg.over = true;
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
    if (Sessions.isRefresh(passage)) {
      sessions.refreshed(passage, response);
    }
    passage.concluded.run();
    boolean over = passage.request == null || passage.answered;
    if (over || askedAgain(passage, response) || next.takesOver(passage, response)) {
      return;
    }
    if (passage.isInvite() && response.status().orElse(0) >= 300) {
      hangup.refuse(passage, PassedResponse.of(desk, passage, passage.from, response));
    } else {
      passage.answered = true;
      if (response.status().orElse(0) < 300) {
        passage.to.dialog.refreshTarget(response);
      }
      passage.settled();
      boolean update = passage.sent.method().equals("UPDATE");
      boolean taken = update && response.status().orElse(0) / 100 == 2;
      desk.speaker()
          .respond(
              passage.request,
              taken
                  ? agreed(passage, response)
                  : PassedResponse.of(desk, passage, passage.from, response));
    }
  }

  /** An interval that was too small for the far end is our own matter: asked again with its. */
  private boolean askedAgain(Passage passage, SipMessage response) {
    Optional<RequestBuilder> larger =
        passage.isInvite()
            ? sessions.requests(passage.to).larger(passage.to, passage.sent, response)
            : Optional.empty();
    if (larger.isEmpty()) {
      return false;
    }
    passage.sent = desk.speaker().send(larger.get(), passage.to);
    desk.table().addSent(passage);
    return true;
  }

  /** A request of ours got no final response in time. */
  void timedOut(SipMessage request) {
    Passage passage = desk.table().sentAs(request);
    if (passage == null) {
      return;
    }
    desk.table().dropSent(passage);
    if (passage.referral != null) {
      passage.referral.lost(408);
    } else if (passage.isOwn()) {
      dialling.lost(passage, "no final response to INVITE in time");
    } else if (Sessions.isRefresh(passage)) {
      sessions.unanswered(passage);
    } else if (passage.request != null && !passage.answered) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 408));
    }
  }
}
