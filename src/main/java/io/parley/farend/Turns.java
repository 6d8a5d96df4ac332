package io.parley.farend;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Work that waits for the one thread of an SBC, in the order in which it came; whoever has more of
 * it waiting than a caller has goes behind all others, and who do so take turns. Each sender's work
 * stays in its order. Any thread.
 */
final class Turns {
  /** So much of one sender waits like that of anybody. */
  private static final int AHEAD = 20;

  private final Deque<Waiting> usual = new ArrayDeque<>();
  private final Map<InetSocketAddress, Integer> ahead = new HashMap<>();
  private final Map<InetSocketAddress, Deque<Runnable>> behind = new LinkedHashMap<>();

  private record Waiting(InetSocketAddress from, Runnable work) {}

  /** Takes work that a message from there makes. */
  synchronized void add(InetSocketAddress from, Runnable work) {
    Deque<Runnable> further = behind.get(from);
    if (further != null) {
      further.add(work);
    } else if (ahead.merge(from, 1, Integer::sum) <= AHEAD) {
      usual.add(new Waiting(from, work));
    } else {
      left(from);
      behind.computeIfAbsent(from, f -> new ArrayDeque<>()).add(work);
    }
  }

  /** The work whose turn it is; as often as some was taken there is some. */
  synchronized Runnable next() {
    Waiting first = usual.poll();
    if (first != null) {
      left(first.from());
      return first.work();
    }
    InetSocketAddress from = behind.keySet().iterator().next();
    Deque<Runnable> further = behind.remove(from);
    Runnable out = further.remove();
    if (!further.isEmpty()) {
      behind.put(from, further);
    }
    return out;
  }

  private void left(InetSocketAddress from) {
    ahead.computeIfPresent(from, (f, n) -> n == 1 ? null : n - 1);
  }
}
