package io.parley.sip.jain;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A request that came, and our answers to it. JAIN-SIP's transaction carries them if it took the
 * request; until that is known they wait; if it did not, we send and repeat them ourselves.
 */
final class ServerSide {
  /** How answers reach the wire. */
  interface Sender {
    /** Through JAIN-SIP's transaction; false if it does not take the response. */
    boolean throughTransaction(ServerSide side, SipMessage response);

    /** As bytes. */
    void directly(ServerSide side, SipMessage response);

    /** A response is about to leave. */
    void leaving(ServerSide side, SipMessage response);

    /** A response left. */
    void sent(ServerSide side, SipMessage response);
  }

  private static final long DECISION_MILLIS = 500;

  private final String branch;
  private final Arrival request;
  private final Sender sender;
  private final ResponsePath path;
  private final Map<Integer, SipMessage> given = new ConcurrentHashMap<>();
  private final Deque<SipMessage> waiting = new ArrayDeque<>();
  private final Thread reader = Thread.currentThread();
  private SIPServerTransaction transaction;
  private boolean decided;
  private volatile boolean mute;
  private boolean refused;
  private boolean acknowledged;
  private SipMessage last;

  ServerSide(String branch, Arrival request, Sender sender, ResponsePath path) {
    this.path = path;
    this.branch = branch;
    this.request = request;
    this.sender = sender;
  }

  /** The branch JAIN-SIP knows it by. */
  String branch() {
    return branch;
  }

  Arrival request() {
    return request;
  }

  boolean isInvite() {
    return request.message().method().equals("INVITE");
  }

  /** The response as given with that status; the 100 that JAIN-SIP sends for the script. */
  SipMessage given(int status) {
    SipMessage out = given.get(status);
    return out != null ? out : ResponseBuilder.to(request, status).build();
  }

  /** From now on the transaction's own 100 does not leave. */
  void mute() {
    mute = true;
  }

  /**
   * Whether a response that the transaction sends leaves: not its own 100 where it is mute or what
   * says more has left, which a busy reader may be late for; and a refusal over UDP once, since the
   * copies are ours to time.
   */
  synchronized boolean passes(int status) {
    if (status == 100) {
      boolean late = last != null && last.status().orElse(0) > 100;
      return !late && (!mute || given.containsKey(status));
    }
    boolean copy = refused && isInvite() && status >= 300 && !transport().isStream();
    refused |= status >= 300;
    return !copy;
  }

  /** JAIN-SIP took the request. */
  synchronized void bind(SIPServerTransaction serverTransaction) {
    transaction = serverTransaction;
    decide();
  }

  /** Nobody but us will answer, unless JAIN-SIP took it before. */
  synchronized void decide() {
    decided = true;
    notifyAll();
    while (!waiting.isEmpty()) {
      send(waiting.poll());
    }
  }

  /**
   * Sends a response, in the order of the calls. Where it is not yet known who carries it, waits
   * for the reader, which is about to say so; the reader itself cannot wait.
   */
  synchronized void respond(SipMessage response) {
    given.put(response.status().orElse(0), response);
    awaitDecision();
    if (decided) {
      send(response);
    } else {
      waiting.add(response);
    }
  }

  private void awaitDecision() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DECISION_MILLIS);
    try {
      while (!decided && Thread.currentThread() != reader) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(SipMessage response) {
    // A transaction would drop a second final response (RFC 3261 §17.2); a script may want it.
    boolean second = last != null && last.status().orElse(0) >= 200;
    last = response;
    sender.leaving(this, response);
    if (second) {
      sender.directly(this, response);
    } else if (transaction == null || !sender.throughTransaction(this, response)) {
      transaction = null;
      sender.directly(this, response);
    }
    sender.sent(this, response);
  }

  /**
   * The request came again.
   *
   * @return whether it was dealt with here; if not, JAIN-SIP's transaction repeats its answer
   */
  synchronized boolean cameAgain() {
    boolean answered = last != null && last.status().orElse(0) >= 200;
    if (!decided || transaction != null && !(isInvite() && answered)) {
      return !decided;
    }
    if (last != null && !refusalAcknowledged()) {
      sender.directly(this, last);
    }
    return true;
  }

  /** Once a refusal is acknowledged, what comes again is absorbed (RFC 3261 §17.2.1). */
  private boolean refusalAcknowledged() {
    return acknowledged && last.status().orElse(0) >= 300;
  }

  /** The ACK came. */
  synchronized void acknowledged() {
    acknowledged = true;
  }

  /** Whether JAIN-SIP's transaction has it. */
  synchronized boolean isBound() {
    return transaction != null;
  }

  synchronized SIPServerTransaction transaction() {
    return transaction;
  }

  Transport transport() {
    return request.frame().flow().transport();
  }

  /** Where the answer goes. */
  InetSocketAddress destination() {
    return path.of(request);
  }
}
