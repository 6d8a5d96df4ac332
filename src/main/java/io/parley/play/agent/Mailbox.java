package io.parley.play.agent;

import io.parley.play.stage.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where the worker that plays a case waits for what socket threads put there. It takes down how
 * late that was noticed: by the socket's thread after the message was read, or by the worker. Used
 * by that worker only.
 */
public final class Mailbox {
  /** Whoever does something longer than that has not been waiting meanwhile. */
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final BlockingQueue<Event> events;
  private final Lateness lateness;
  private Instant idleSince = Instant.now();
  private Instant left = idleSince;

  /** Of a case that begins. */
  public Mailbox(BlockingQueue<Event> events, Lateness lateness) {
    this.events = events;
    this.lateness = lateness;
  }

  /** How late we were. */
  public Lateness lateness() {
    return lateness;
  }

  /** What is there already, null for nothing. */
  public Event next() {
    return events.poll();
  }

  /** The next event, null where none comes until then. */
  public Event until(Instant deadline) throws InterruptedException {
    Instant began = Instant.now();
    if (Duration.between(left, began).compareTo(MOMENT) > 0) {
      idleSince = began;
    }
    long wait = Math.max(0, Duration.between(began, deadline).toNanos());
    Event event = events.poll(wait, TimeUnit.NANOSECONDS);
    left = Instant.now();
    Instant due = due(event, deadline);
    lateness.waited(due.isAfter(idleSince) ? due : idleSince, left);
    return event;
  }

  /** When what woke the worker was there. */
  private Instant due(Event event, Instant deadline) {
    if (event == null) {
      return deadline;
    }
    if (event instanceof Event.Arrived arrived) {
      return arrived.arrival().frame().time();
    }
    return event instanceof Event.Heard heard ? heard.entry().frame().time() : left;
  }
}
