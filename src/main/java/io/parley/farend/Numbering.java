package io.parley.farend;

import io.parley.sip.Reliable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The RSeq numbers of one leg: reliable provisional responses that pass are numbered anew, and a
 * PRACK finds back what it is for (RFC 3262 §3, §4). One thread at a time.
 */
final class Numbering {
  private static final long FIRST_LIMIT = 1L << 31;

  private final Map<Reliable, Reliable> waiting = new HashMap<>();
  private long next = ThreadLocalRandom.current().nextLong(1, FIRST_LIMIT);
  private Reliable last;

  /**
   * The number under which a response goes on; empty where it came before, or out of order, and so
   * does not.
   *
   * @param theirs what came from the other leg
   * @param cseq of the INVITE on this leg
   */
  OptionalLong pass(Reliable theirs, long cseq) {
    boolean first = last == null || last.cseq() != theirs.cseq();
    if (!first && theirs.rseq() != last.rseq() + 1) {
      return OptionalLong.empty();
    }
    last = theirs;
    waiting.put(new Reliable(next, cseq, theirs.method()), theirs);
    return OptionalLong.of(next++);
  }

  /** What a PRACK acknowledges on the other leg; empty where it is for nothing, or came before. */
  Optional<Reliable> acknowledged(Reliable ours) {
    return Optional.ofNullable(waiting.remove(ours));
  }
}
