package io.parley.sip.jain;

import io.parley.sip.Reliable;
import io.parley.sip.Retransmission;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.sip.TransactionKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Responses that we send again and again until the other side says that it has them: a final one to
 * INVITE until its ACK (RFC 3261 §13.3.1.4), a reliable provisional one until its PRACK (RFC 3262
 * §3). One INVITE may have several, each in a dialog of its own.
 */
final class Repeated {
  /** Unlike a final response, a provisional one is not held to T2. */
  private static final Duration NO_CAP = Duration.ofDays(1);

  private final ScheduledExecutorService timer;
  private final SipTimers timers;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(ServerSide side, boolean provisional, Retransmission retransmission) {}

  Repeated(ScheduledExecutorService timer, SipTimers timers) {
    this.timer = timer;
    this.timers = timers;
  }

  /** A final response is about to leave: copies follow until the ACK of that key. */
  void untilAck(String key, ServerSide side, Runnable again) {
    start(key, side, false, timers.t2(), again);
  }

  /** A reliable provisional response is about to leave: copies follow until its PRACK. */
  void untilPrack(ServerSide side, SipMessage response, Reliable reliable, Runnable again) {
    start(TransactionKey.reliable(response, reliable), side, true, NO_CAP, again);
  }

  private void start(
      String key, ServerSide side, boolean provisional, Duration cap, Runnable again) {
    Retransmission copies =
        Retransmission.start(timer, timers.t1(), cap, again, () -> entries.remove(key));
    stop(entries.put(key, new Entry(side, provisional, copies)));
  }

  /** The ACK of that key came. */
  void acked(String key) {
    Entry entry = entries.remove(key);
    if (entry != null) {
      entry.side().acknowledged();
      stop(entry);
    }
  }

  /** A request came; if it is the PRACK to one of ours, that one is not sent again. */
  void pracked(SipMessage request) {
    Optional<Reliable> reliable =
        request.method().equals("PRACK") ? Reliable.acknowledged(request) : Optional.empty();
    reliable.ifPresent(r -> stop(entries.remove(TransactionKey.reliable(request, r))));
  }

  /** A final response to the request left: its provisional ones are not sent again (§3). */
  void answered(ServerSide side) {
    entries
        .values()
        .removeIf(
            e -> {
              boolean over = e.side() == side && e.provisional();
              if (over) {
                stop(e);
              }
              return over;
            });
  }

  /** The request is given up: nothing of it is sent again. */
  void forget(ServerSide side) {
    entries
        .values()
        .removeIf(
            e -> {
              if (e.side() == side) {
                stop(e);
              }
              return e.side() == side;
            });
  }

  private static void stop(Entry entry) {
    if (entry != null) {
      entry.retransmission().stop();
    }
  }

  int size() {
    return entries.size();
  }
}
