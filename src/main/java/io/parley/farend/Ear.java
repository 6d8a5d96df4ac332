package io.parley.farend;

import io.parley.profile.Fault;
import io.parley.sip.Arrival;
import io.parley.sip.Sanity;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.util.Optional;

/** What the sockets tell an embedded SBC, handed to its one thread. */
final class Ear implements SipListener {
  private final SbcObserver observer;
  private final SbcThread thread;
  private final Backlog backlog;

  /** Where a number may be silent, no 100 leaves but ours. */
  private final Handling delivery;

  /** Those who act; there before the thread begins. */
  private Actors actors;

  /**
   * Who acts on what came.
   *
   * @param desk knows what is under way
   */
  record Actors(
      Desk desk,
      Reception reception,
      Responses responses,
      Invitations invitations,
      Dialling dialling) {}

  Ear(SbcSettings settings, SbcThread thread, Backlog backlog) {
    this.observer = settings.observer();
    this.thread = thread;
    this.backlog = backlog;
    boolean usual = settings.service().attendant() == Attendant.NONE;
    this.delivery = usual ? Handling.DELIVER : Handling.DELIVER_MUTE;
  }

  void begin(Actors those) {
    actors = those;
  }

  @Override
  public boolean admits(Frame frame) {
    return backlog.admits(frame);
  }

  @Override
  public Handling arrived(Arrival arrival) {
    SipMessage m = arrival.message();
    observer.crossed(arrival.frame(), m);
    boolean sane = Sanity.identityFaults(m).isEmpty();
    if (m.isResponse()) {
      work(arrival, () -> actors.responses().arrived(arrival));
    } else if (!m.startLine().isBlank() && !m.beginsAsResponse()) {
      Optional<Fault> fault = Reception.fault(m);
      sane &= fault.isEmpty();
      work(arrival, () -> take(arrival, fault));
    }
    return !sane ? Handling.WITHHOLD : m.isRequest() ? delivery : Handling.DELIVER;
  }

  private void work(Arrival arrival, Runnable what) {
    thread.run(backlog.counted(arrival.frame(), what));
  }

  private void take(Arrival arrival, Optional<Fault> fault) {
    fault.ifPresentOrElse(
        f -> actors.reception().malformed(arrival, f), () -> actors.reception().arrived(arrival));
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    observer.crossed(frame, message);
  }

  @Override
  public void failed(Flow flow, String callId, String reason) {
    thread.run(() -> actors.desk().table().sentFor(callId).forEach(p -> unreachable(p, reason)));
  }

  private void unreachable(Passage passage, String reason) {
    if (passage.referral != null) {
      passage.referral.lost(503);
    } else if (passage.isOwn()) {
      actors.dialling().lost(passage, reason);
    } else if (passage.request != null) {
      actors.invitations().unreachable(passage, reason);
    }
  }

  @Override
  public void timedOut(SipMessage request) {
    thread.run(() -> actors.responses().timedOut(request));
  }
}
