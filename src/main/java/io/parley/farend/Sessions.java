package io.parley.farend;

import io.parley.sip.HeaderField;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Session timers, agreed on each leg by itself (RFC 4028): asked for, answered, refreshed by a
 * re-INVITE with the description that was sent last, or the call ended when nobody refreshes.
 */
final class Sessions {
  /** How long before its end an interval that nobody refreshed is over, at most (§10). */
  private static final Duration MARGIN = Duration.ofSeconds(32);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final HeaderField EXPIRED =
      new HeaderField("Reason", "SIP;cause=408;text=\"session expired\"");

  private final Desk desk;
  private final Hangup hangup;

  Sessions(Desk desk, Hangup hangup) {
    this.desk = desk;
    this.hangup = hangup;
  }

  private SessionPolicy policy(Leg leg) {
    SessionPolicy usual = desk.settings().times().session();
    return leg.treatment == null ? usual : leg.treatment.session().map(usual::always).orElse(usual);
  }

  /** What we write of them into requests of ours. */
  SessionRequests requests(Leg leg) {
    return new SessionRequests(policy(leg));
  }

  /** What the other side agreed to in its 2xx (§7.2); nothing said, nothing kept. */
  void agreed(Leg leg, SipMessage response) {
    Optional<SessionExpires> theirs = SessionExpires.of(response);
    stop(leg);
    theirs.ifPresent(
        t ->
            start(
                leg,
                t.seconds(),
                t.refresher().orElse(SessionExpires.Refresher.UAC)
                    == SessionExpires.Refresher.UAC));
  }

  /**
   * Writes into our 2xx what is agreed (§9): the interval asked for, or less where the policy wants
   * that; who asked refreshes if it can and does not say otherwise.
   */
  void answer(Leg leg, SipMessage request, ResponseBuilder ok) {
    Optional<SessionExpires> asked = SessionExpires.of(request);
    SessionPolicy policy = policy(leg);
    stop(leg);
    if (asked.isEmpty() && policy.always().isEmpty()) {
      return;
    }
    boolean supported = SessionExpires.supported(request);
    int seconds =
        Math.max(
            SessionExpires.least(request),
            Math.min(
                asked.map(SessionExpires::seconds).orElse(policy.seconds()), policy.seconds()));
    SessionExpires.Refresher who =
        supported
            ? asked.flatMap(SessionExpires::refresher).orElse(SessionExpires.Refresher.UAC)
            : SessionExpires.Refresher.UAS;
    if (supported) {
      ok.header("Require", SessionExpires.TAG);
    }
    ok.header(SessionExpires.NAME, new SessionExpires(seconds, Optional.of(who)).toString());
    start(leg, seconds, who == SessionExpires.Refresher.UAS);
  }

  // ---- the clock ----

  private void start(Leg leg, int seconds, boolean ours) {
    Duration whole = Duration.ofSeconds(seconds);
    Duration third = whole.dividedBy(3);
    Duration margin = third.compareTo(MARGIN) < 0 ? third : MARGIN;
    List<Future<?>> pending = new ArrayList<>();
    leg.clock = new SessionClock(seconds, ours, pending);
    Duration end = ours ? whole : policy(leg).unrefreshed(whole.minus(margin));
    pending.add(desk.after(end, () -> expired(leg)));
    if (ours) {
      pending.add(desk.after(whole.dividedBy(2), () -> refresh(leg)));
    }
  }

  /** The session of a leg is not kept alive any more. */
  static void stop(Leg leg) {
    if (leg.clock != null) {
      leg.clock.stop();
      leg.clock = null;
    }
  }

  private void expired(Leg leg) {
    if (!leg.over) {
      hangup.endBoth(leg, List.of(EXPIRED));
    }
  }

  private void refresh(Leg leg) {
    if (leg.over || leg.clock == null) {
      return;
    }
    if (leg.outgoing != null || leg.incoming != null) {
      again(leg);
      return;
    }
    RequestBuilder out = leg.dialog.request(leg.described == null ? "UPDATE" : "INVITE");
    out.contact(desk.speaker().contact("", leg.transport));
    requests(leg).ask(leg, null, out);
    if (leg.described != null) {
      out.body(leg.described.type(), leg.described.bytes());
    }
    send(leg, out);
  }

  private void send(Leg leg, RequestBuilder out) {
    Passage passage = new Passage(null, null, leg);
    try {
      passage.sent = desk.speaker().send(out, leg);
      leg.outgoing = passage.isInvite() ? passage : null;
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      expired(leg);
    }
  }

  private void again(Leg leg) {
    if (leg.clock != null) {
      leg.clock.pending().add(desk.after(SOON, () -> refresh(leg)));
    }
  }

  // ---- what becomes of a refresh of ours ----

  /** Whether a request is a refresh of ours, which concerns one leg only. */
  static boolean isRefresh(Passage passage) {
    boolean refresh =
        passage.sent.method().equals("INVITE") || passage.sent.method().equals("UPDATE");
    return passage.request == null && refresh;
  }

  /** A re-INVITE of our own was taken: its ACK, which repetitions get too. */
  void taken(Passage passage, SipMessage response) {
    passage.acceptedTag = response.toTag().orElse("");
    passage.answered = true;
    passage.ack = desk.speaker().ready(passage.to.dialog.ack(passage.sent), passage.to);
    desk.speaker().sendAck(passage.ack, passage.to);
    refreshed(passage, response);
    desk.table().later(() -> desk.table().dropSent(passage));
  }

  /** A final response to a refresh, or 408 where none came (§10). */
  void refreshed(Passage passage, SipMessage response) {
    Leg leg = passage.to;
    int status = response.status().orElse(0);
    leg.outgoing = leg.outgoing == passage ? null : leg.outgoing;
    if (leg.over) {
      return;
    }
    if (status / 100 == 2) {
      leg.dialog.refreshTarget(response);
      agreed(leg, response);
    } else if (status == 408 || status == 481) {
      expired(leg);
    } else if (status == 491) {
      again(leg);
    } else {
      requests(leg).larger(leg, passage.sent, response).ifPresent(out -> send(leg, out));
    }
  }

  /** Nothing came. */
  void unanswered(Passage passage) {
    passage.to.outgoing = null;
    expired(passage.to);
  }
}
