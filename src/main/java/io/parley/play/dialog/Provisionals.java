package io.parley.play.dialog;

import io.parley.sip.Reliable;
import io.parley.sip.SipMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The reliable provisional responses of one dialog, theirs and ours (RFC 3262). */
public final class Provisionals {
  /** RFC 3262 §3: the first RSeq is from 1 to 2^31 - 1. */
  private static final long FIRST_LIMIT = 1L << 31;

  private final Deque<SipMessage> unacknowledged = new ArrayDeque<>();
  private final List<Reliable> sent = new ArrayList<>();
  private final Set<SipMessage> pracks = Collections.newSetFromMap(new IdentityHashMap<>());
  private long heard;
  private long invite;
  private long next = ThreadLocalRandom.current().nextLong(1, FIRST_LIMIT);

  // ---- theirs ----

  /**
   * A response came that is reliable; false where it is out of order, and so must not be
   * acknowledged (RFC 3262 §4).
   */
  public boolean received(SipMessage response, Reliable reliable) {
    boolean first = invite != reliable.cseq();
    if (!first && reliable.rseq() != heard + 1) {
      return false;
    }
    invite = reliable.cseq();
    heard = reliable.rseq();
    unacknowledged.add(response);
    return true;
  }

  /** The one that the next PRACK is for: the first that has none yet. */
  public Optional<Reliable> due() {
    return Optional.ofNullable(unacknowledged.peekFirst()).flatMap(Reliable::of);
  }

  /** A PRACK of ours left. */
  public void acknowledged() {
    unacknowledged.pollFirst();
  }

  // ---- ours ----

  /** The RSeq of our next one. */
  long next() {
    return next;
  }

  /** One of ours left. */
  void sent(Reliable reliable) {
    sent.add(reliable);
    next = reliable.rseq() + 1;
  }

  /** Whether a PRACK is for one of ours that had none yet; it is acknowledged then. */
  boolean acknowledges(SipMessage prack) {
    boolean known = Reliable.acknowledged(prack).filter(sent::remove).isPresent();
    if (known) {
      pracks.add(prack);
    }
    return known;
  }

  /** Whether that PRACK was for one of ours. */
  boolean wasAcknowledged(SipMessage prack) {
    return pracks.contains(prack);
  }
}
