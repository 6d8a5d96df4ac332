package io.parley.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The spans in which something of ours was due and did not run: the processor was busy with others,
 * the process was stopped, the garbage collector worked. What came in such a span was seen only at
 * its end. Thread-safe.
 */
public final class Stalls {
  /** What is shorter says nothing: no timer of SIP is that short. */
  private static final Duration LEAST = Duration.ofMillis(50);

  /** A run that is late all the time forgets the oldest. */
  private static final int KEPT = 4096;

  /** From when something was due until it ran. */
  private record Span(Instant due, Instant ran) {
    boolean covers(Span other) {
      return !due.isAfter(other.due) && !ran.isBefore(other.ran);
    }
  }

  private static final Stalls TIMERS = new Stalls();

  private final Deque<Span> spans = new ArrayDeque<>();

  /** Those of all timers of this process: of our endpoints, and of an embedded SBC. */
  public static Stalls ofTimers() {
    return TIMERS;
  }

  /** Something was due and ran then. */
  public synchronized void note(Instant due, Instant ran) {
    if (Duration.between(due, ran).compareTo(LEAST) < 0) {
      return;
    }
    Span span = new Span(due, ran);
    if (!spans.isEmpty() && spans.getLast().covers(span)) {
      return;
    }
    while (!spans.isEmpty() && span.covers(spans.getLast())) {
      spans.removeLast();
    }
    spans.addLast(span);
    if (spans.size() > KEPT) {
      spans.removeFirst();
    }
  }

  /** The longest that touches the time between both, in its whole length; zero = none. */
  public synchronized Duration longest(Instant from, Instant to) {
    Duration out = Duration.ZERO;
    for (Iterator<Span> i = spans.descendingIterator(); i.hasNext(); ) {
      Span span = i.next();
      if (span.ran().isBefore(from)) {
        break;
      }
      Duration length = Duration.between(span.due(), span.ran());
      out = !span.due().isAfter(to) && length.compareTo(out) > 0 ? length : out;
    }
    return out;
  }

  /** How much of the time between both they took. */
  public synchronized Duration lost(Instant from, Instant to) {
    Duration out = Duration.ZERO;
    Instant counted = to; // what lies behind is: they stand in the order of their ends
    for (Iterator<Span> i = spans.descendingIterator(); i.hasNext(); ) {
      Span span = i.next();
      if (span.ran().isBefore(from)) {
        break;
      }
      Instant begin = span.due().isBefore(from) ? from : span.due();
      Instant end = span.ran().isBefore(counted) ? span.ran() : counted;
      if (begin.isBefore(end)) {
        out = out.plus(Duration.between(begin, end));
        counted = begin;
      }
    }
    return out;
  }
}
