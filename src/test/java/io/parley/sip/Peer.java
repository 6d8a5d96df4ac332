package io.parley.sip;

import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/** Records what an endpoint tells and lets a test wait for it. */
public final class Peer implements SipListener {
  /** Long enough for a busy machine; a test that waits so long has failed. */
  public static final Duration SOON = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<SipMessage> departures = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final Function<Arrival, Handling> handling;
  private int taken;

  public Peer() {
    this(a -> Handling.DELIVER);
  }

  public Peer(Function<Arrival, Handling> handling) {
    this.handling = handling;
  }

  @Override
  public Handling arrived(Arrival arrival) {
    note(() -> arrivals.add(arrival));
    return handling.apply(arrival);
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    note(() -> departures.add(message));
  }

  @Override
  public void failed(Flow flow, String callId, String reason) {
    note(() -> events.add("failed " + flow.transport() + " " + callId + " " + reason));
  }

  @Override
  public void timedOut(SipMessage request) {
    note(() -> events.add("timed out " + request.method()));
  }

  private void note(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next arrival that fits, not looking at earlier ones again. */
  public Arrival next(Predicate<SipMessage> wanted) {
    lock.lock();
    try {
      long left = SOON.toNanos();
      while (true) {
        while (taken < arrivals.size()) {
          Arrival a = arrivals.get(taken++);
          if (wanted.test(a.message())) {
            return a;
          }
        }
        if (left <= 0) {
          throw new AssertionError("not received; what came: " + arrivals);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      lock.unlock();
    }
  }

  public Arrival request(String method) {
    return next(m -> m.isRequest() && m.method().equals(method));
  }

  public Arrival response(int status) {
    return next(m -> m.status().orElse(-1) == status);
  }

  /** Waits until that many messages that fit have left. */
  public List<SipMessage> departed(int count, Predicate<SipMessage> wanted) {
    return await(
        () -> {
          List<SipMessage> out = departures.stream().filter(wanted).toList();
          return out.size() >= count ? out : null;
        });
  }

  /** Waits for an event whose text contains the words. */
  public String event(String words) {
    return await(() -> events.stream().filter(e -> e.contains(words)).findFirst().orElse(null));
  }

  public List<Arrival> arrivals() {
    lock.lock();
    try {
      return List.copyOf(arrivals);
    } finally {
      lock.unlock();
    }
  }

  public List<SipMessage> departures() {
    lock.lock();
    try {
      return List.copyOf(departures);
    } finally {
      lock.unlock();
    }
  }

  private <T> T await(java.util.function.Supplier<T> found) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(SOON.toSeconds());
      while (true) {
        T out = found.get();
        if (out != null) {
          return out;
        }
        if (left <= 0) {
          throw new AssertionError(
              "not seen; left: " + departures + ", arrived: " + arrivals + ", events: " + events);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      lock.unlock();
    }
  }
}
