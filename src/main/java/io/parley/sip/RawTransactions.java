package io.parley.sip;

import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The client transactions of a raw endpoint and their timers. */
final class RawTransactions {
  private final SipListener listener;
  private final SipTimers timers;
  private final RawTransaction.Put again;
  private final ScheduledThreadPoolExecutor timer = EndpointTimer.named("raw");
  private final List<RawTransaction> all = new CopyOnWriteArrayList<>();

  /**
   * None.
   *
   * @param listener told of what timed out and what failed
   * @param again sends a request or an ACK once more
   */
  RawTransactions(SipListener listener, SipTimers timers, RawTransaction.Put again) {
    this.listener = listener;
    this.timers = timers;
    this.again = again;
  }

  /**
   * Begins one, unless it is for an ACK.
   *
   * @param first sends the first copy; when that fails there is no transaction
   */
  void start(
      SipMessage request, Transport transport, InetSocketAddress destination, Runnable first) {
    if (RawTransaction.method(request).equals("ACK")) {
      first.run();
      return;
    }
    RawTransaction t =
        new RawTransaction(
            request, transport, destination, timer, timers, again, () -> timedOut(request));
    all.add(t);
    try {
      first.run();
    } catch (UncheckedIOException e) {
      all.remove(t);
      t.stop();
      throw e;
    }
  }

  private void timedOut(SipMessage request) {
    all.removeIf(t -> t.request() == request);
    listener.timedOut(request);
  }

  /**
   * A response came.
   *
   * @param mute whether a refusal stays without its ACK
   */
  void answered(SipMessage response, boolean mute) {
    RawTransaction t = of(response);
    SipMessage ack = t == null ? null : t.received(response);
    if (ack != null && !mute) {
      again.put(ack, t.transport(), t.destination());
    }
  }

  /**
   * The one whose branch and method the response has (RFC 3261 §17.1.3), else one with that method,
   * else the first: it may mirror anything.
   */
  private RawTransaction of(SipMessage response) {
    String key = TransactionKey.client(response);
    return first(t -> TransactionKey.client(t.request()).equals(key))
        .or(() -> first(t -> t.method().equals(response.cseqMethod())))
        .or(() -> first(t -> true))
        .orElse(null);
  }

  private Optional<RawTransaction> first(Predicate<RawTransaction> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  /** Ends those that went by a flow that broke, and says so. */
  void broke(Flow flow, String reason) {
    boolean told = false;
    for (RawTransaction t : all) {
      if (t.transport() == flow.transport()
          && t.destination().equals(flow.remote())
          && !t.isEnded()
          && all.remove(t)) {
        t.stop();
        told = true;
        listener.failed(flow, t.request().callId(), reason);
      }
    }
    if (!told) {
      listener.failed(flow, "", reason);
    }
  }

  /** Repeats nothing any more. */
  void abandon() {
    all.forEach(RawTransaction::stop);
    all.clear();
  }

  /** Ends them; {@link #ended} waits until no timer runs. */
  void close() {
    abandon();
    timer.shutdownNow();
  }

  /** Waits until no timer runs, for a second at most. */
  void ended() {
    try {
      timer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
