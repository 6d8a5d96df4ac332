package io.parley.farend;

import io.parley.profile.Judged;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.HeaderField;
import io.parley.sip.Ids;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.util.Optional;

/** INVITEs that begin a call, and their CANCELs. */
final class Invitations {
  /** A far end on the same machine or network has answered long before. */
  private final Desk desk;

  private final Hangup hangup;
  private final OwnAnswer ownAnswer;
  private final Routes routes;
  private final OnwardInvite onward;
  private final Attended attended;

  Invitations(Desk desk, Hangup hangup, OwnAnswer ownAnswer, Sessions sessions, Attended attended) {
    this.attended = attended;
    this.onward = new OnwardInvite(desk, sessions);
    this.desk = desk;
    this.hangup = hangup;
    this.ownAnswer = ownAnswer;
    this.routes = new Routes(desk);
  }

  /** Judges an INVITE and refuses, relays or answers it. */
  void arrived(Arrival arrival) {
    Route route = routes.of(arrival);
    if (route.isInward() && route.refusal() > 0) {
      desk.speaker().respond(arrival, route.refusal());
      return;
    }
    Optional<Treatment> treatment =
        desk.settings().service().attendant().treatment(arrival.message());
    if (treatment.isPresent()) {
      attend(arrival, route, treatment.get());
      return;
    }
    boolean channel = desk.hasChannel(arrival.frame().flow().remote().getAddress());
    Judged judged =
        new Judged(arrival.message(), desk.settings().numbers(), channel, true)
            .replacing(route.replaces().isPresent());
    Ruling ruling = desk.judge(arrival, judged);
    if (!route.isInward() && ruling instanceof Ruling.Refuse refusal) {
      desk.speaker().respond(arrival, desk.speaker().refusal(arrival, refusal));
      return;
    }
    if (route.refusal() == 503) {
      unavailable(arrival);
      return;
    }
    Passage passage = begin(arrival, route);
    passage.replaces = route.replaces();
    desk.table().addReceived(passage);
    desk.speaker().respond(arrival, 100);
    if (passage.to == null) {
      ownAnswer.give(passage);
    } else {
      relay(passage);
    }
  }

  /** No server is in service: the caller need not wait for one that is silent. */
  private void unavailable(Arrival arrival) {
    HeaderField reason =
        new HeaderField("Reason", "SIP;cause=503;text=\"far end: no server is in service\"");
    desk.speaker().respond(arrival, 503, reason);
  }

  /** A number of our own: its treatment says what becomes of the call, no profile. */
  private void attend(Arrival arrival, Route route, Treatment treatment) {
    Passage passage = begin(arrival, route.attended());
    passage.from.treatment = treatment;
    desk.table().addReceived(passage);
    attended.take(passage);
  }

  private Passage begin(Arrival arrival, Route route) {
    Flow flow = arrival.frame().flow();
    Call call = new Call(flow.remote().getAddress());
    desk.table().began(call);
    String tag = Ids.tag();
    Leg near =
        new Leg(
            call,
            true,
            tag,
            flow.transport(),
            flow.remote(),
            desk.anchor().newPort(),
            !route.isInward());
    SipMessage made = ResponseBuilder.to(arrival, 180).toTag(tag).build();
    near.dialog = Dialog.uas(arrival.message(), made);
    near.remoteCseq = arrival.message().cseq().orElse(0);
    desk.table().add(near);
    if (route.next().isPresent()) {
      Leg.pair(near, onward(flow.transport(), route, call));
    }
    Passage passage = new Passage(arrival, near, near.peer);
    route.servers().stream().skip(1).forEach(passage.further::add);
    near.incoming = passage;
    return passage;
  }

  private void relay(Passage passage) {
    passage.to.outgoing = passage;
    if (SessionBody.of(passage.request.message()).sdp().isPresent()) {
      passage.from.offered = passage;
    }
    try {
      passage.sent = desk.speaker().send(onward.of(passage), passage.to);
      desk.table().addSent(passage);
      passage.patience = desk.after(desk.settings().times().patience(), () -> silent(passage));
      boolean far = desk.settings().farEnd().equals(Optional.of(passage.to.flow));
      if (far && !passage.to.transport.isStream()) {
        passage.probing = desk.after(FarEndProbe.AFTER, () -> probe(passage));
      }
    } catch (UncheckedIOException e) {
      unreachable(passage, e.getMessage());
    }
  }

  private void probe(Passage passage) {
    if (!passage.provisional && !passage.answered) {
      desk.probe().ask(passage.to.flow, why -> lost(passage, why));
    }
  }

  private void lost(Passage passage, String why) {
    if (!passage.provisional && !passage.answered) {
      unreachable(passage, why);
      desk.speaker().abandon(passage.sent.callId());
      desk.table().dropSent(passage);
    }
  }

  private void silent(Passage passage) {
    if (!passage.answered) {
      hangup.refuse(passage, said(passage, 408, "SIP;cause=408;text=\"far end does not answer\""));
      hangup.cancel(passage);
    }
  }

  /** Nobody can be reached at the far end: 503 at once. */
  void unreachable(Passage passage, String why) {
    String words = why == null ? "" : why.replace("\"", "'");
    hangup.refuse(passage, said(passage, 503, "SIP;cause=503;text=\"far end: " + words + "\""));
  }

  private ResponseBuilder said(Passage passage, int status, String reason) {
    ResponseBuilder out = ResponseBuilder.to(passage.request, status);
    if (passage.isInitial()) {
      out.toTag(passage.from.localTag);
    }
    return out.header("Reason", reason);
  }

  /** Takes a CANCEL (RFC 3261 §9.2). */
  void cancelled(Arrival cancel) {
    Passage passage = desk.table().received(cancel.message());
    if (passage == null) {
      desk.speaker().respond(cancel, 481);
      return;
    }
    ResponseBuilder ok = ResponseBuilder.to(cancel, 200);
    desk.speaker().respond(cancel, ok.toTag(passage.from.localTag));
    if (!passage.answered) {
      ResponseBuilder terminated = ResponseBuilder.to(passage.request, 487);
      if (passage.isInitial()) {
        terminated.toTag(passage.from.localTag);
      }
      hangup.refuse(passage, terminated);
      hangup.cancel(passage);
    }
  }

  /** What came over TLS leaves over TLS where the far end takes it, else over TCP. */
  private Leg onward(Transport incoming, Route route, Call call) {
    FarEndServer next =
        route.servers().stream()
            .findFirst()
            .orElseGet(() -> FarEndServer.plain(route.next().orElseThrow()));
    return new Leg(
        call,
        false,
        Ids.tag(),
        next.onward(incoming),
        next.place(incoming),
        desk.anchor().newPort(),
        route.isNear());
  }
}
