package io.parley.fake;

import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Answers each call by its number: 1 is the first, copies of an INVITE are no further call. OPTIONS
 * and what ends a call are answered 200.
 */
final class CountedCalls implements FakeSbc.Behaviour {
  private final IntFunction<Optional<Integer>> answers;
  private final Map<String, Integer> calls = new LinkedHashMap<>();
  private final List<Long> times = new ArrayList<>();
  private final List<String> senders = new ArrayList<>();

  /**
   * A behaviour.
   *
   * @param answers the final status by the number of the call; empty = silence
   */
  CountedCalls(IntFunction<Optional<Integer>> answers) {
    this.answers = answers;
  }

  /** Refuses the first calls with 503 and takes all others. */
  static CountedCalls refusing(int first) {
    return new CountedCalls(n -> Optional.of(n <= first ? 503 : 200));
  }

  /** How many calls came. */
  synchronized int count() {
    return calls.size();
  }

  /** Nanoseconds between the first and the last of them. */
  synchronized long span() {
    return times.get(times.size() - 1) - times.get(0);
  }

  /** Where each says it was sent from. */
  synchronized List<String> senders() {
    return List.copyOf(senders);
  }

  @Override
  public synchronized List<String> answer(SipMessage in, InetSocketAddress self) {
    if (!in.isRequest() || in.method().equals("ACK")) {
      return List.of();
    }
    if (!in.method().equals("INVITE")) {
      return List.of(Replies.bare(in, 200));
    }
    int before = calls.size();
    int number = calls.computeIfAbsent(in.callId(), id -> before + 1);
    if (calls.size() > before) {
      times.add(System.nanoTime());
      senders.add(in.first("Via").orElse("").replaceFirst(".* ([^;]*).*", "$1"));
    }
    return answers
        .apply(number)
        .map(status -> status == 200 ? Replies.ok(in, self) : Replies.bare(in, status))
        .map(List::of)
        .orElse(List.of());
  }
}
