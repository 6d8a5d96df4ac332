package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.Reliable;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** One request on its way from one leg to the other, and the response back. */
final class Passage {
  /** As it came; null for a request of our own making. */
  final Arrival request;

  /** Whose request it is; null for our own. */
  Leg from;

  /** Where it went; null while or when it goes nowhere. */
  Leg to;

  /** The dialog it replaces as the other side knows it; empty = it replaces none. */
  Optional<String> replaces = Optional.empty();

  /** As it went out. */
  SipMessage sent;

  /** What a PRACK is for on the leg it goes out on; null for any other request. */
  Reliable acknowledges;

  /** Whether the other side has shown a sign of life. */
  boolean provisional;

  /** Whether a CANCEL is wanted and waits for the first provisional response (RFC 3261 §9.1). */
  boolean cancelWanted;

  /** Whether the CANCEL is out. */
  boolean cancelSent;

  /** Servers of the far end that may still be tried. */
  final Deque<FarEndServer> further = new ArrayDeque<>();

  /** Whether {@code from} has its final response. */
  boolean answered;

  /** To-tag of the 2xx that was taken. */
  String acceptedTag;

  /** To-tags of 2xx that came too late and were hung up. */
  final Set<String> lateTags = new HashSet<>();

  /** The ACK to that 2xx, kept for its repetitions. */
  SipMessage ack;

  /** The transfer whose INVITE it is; null = none's. */
  Referral referral;

  /** How long a call of our own is held. */
  Duration hold = Duration.ZERO;

  /** Whether a call of our own is taken back as soon as it rings. */
  boolean takenBack;

  /** What happens once a request of our own has its final response. */
  Runnable concluded = () -> {};

  /** Our description in an early answer, which the answer repeats; null = none yet. */
  byte[] described;

  /** Ends our patience with a silent far end. */
  Future<?> patience;

  /** Asks why there is no sign of life. */
  Future<?> probing;

  Passage(Arrival request, Leg from, Leg to) {
    this.request = request;
    this.from = from;
    this.to = to;
  }

  boolean isInvite() {
    return sent != null
        ? sent.method().equals("INVITE")
        : request.message().method().equals("INVITE");
  }

  /** Whether it began the call. */
  boolean isInitial() {
    return request != null && request.message().toTag().isEmpty();
  }

  /** Whether it is a call of our own. */
  boolean isOwn() {
    return request == null && referral == null && isInvite() && sent.toTag().isEmpty();
  }

  boolean carriesOffer() {
    return sent.body().length > 0;
  }

  /** It has its final response: what it offered is answered, or holds no more. */
  void settled() {
    for (Leg leg : from == null ? List.of(to) : to == null ? List.of(from) : List.of(from, to)) {
      leg.offered = leg.offered == this ? null : leg.offered;
      leg.updating = leg.updating == this ? null : leg.updating;
    }
  }

  void stopWaiting() {
    if (patience != null) {
      patience.cancel(false);
    }
    if (probing != null) {
      probing.cancel(false);
    }
  }
}
