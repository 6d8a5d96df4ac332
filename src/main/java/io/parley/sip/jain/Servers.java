package io.parley.sip.jain;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import io.parley.sip.Arrival;
import io.parley.sip.Reliable;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.sip.TransactionKey;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that came, and our answers to them. */
final class Servers implements ServerSide.Sender {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");

  /** Puts bytes on the wire. */
  interface Put {
    void put(SipMessage message, ServerSide side);
  }

  private final Put wire;
  private final SipTimers timers;
  private final ResponsePath responsePath;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, ServerSide> byKey = new ConcurrentHashMap<>();
  private final Map<String, ServerSide> byBranch = new ConcurrentHashMap<>();
  private final Repeated repeated;
  private final Answered answered;

  Servers(Put wire, ScheduledExecutorService timer, SipTimers timers, ResponsePath responsePath) {
    this.responsePath = responsePath;
    this.wire = wire;
    this.timers = timers;
    this.repeated = new Repeated(timer, timers);
    this.answered =
        new Answered(timer, timers.t1().multipliedBy(64), this::forget, this::forgetEarly);
  }

  /** Takes a request: notes it, has it told, and lets JAIN-SIP have it if it is wanted there. */
  void request(Arrival arrival, Supplier<SipListener.Handling> tell, Consumer<ServerSide> deliver) {
    repeated.pracked(arrival.message());
    ServerSide fresh = side(arrival);
    ServerSide known = byKey.putIfAbsent(TransactionKey.server(arrival.message()), fresh);
    try {
      SipListener.Handling handling = tell.get();
      boolean wanted = handling != SipListener.Handling.WITHHOLD;
      if (handling == SipListener.Handling.DELIVER_MUTE) {
        fresh.mute();
      }
      if (known == null && wanted) {
        byBranch.put(fresh.branch(), fresh);
        deliver.accept(fresh);
      } else if (known != null && !known.cameAgain() && wanted) {
        deliver.accept(known);
      }
    } finally {
      fresh.decide();
    }
  }

  private ServerSide side(Arrival arrival) {
    return new ServerSide("z9hG4bKs" + count.incrementAndGet(), arrival, this, responsePath);
  }

  /** JAIN-SIP took a request. */
  void taken(String branch, SIPServerTransaction transaction) {
    ServerSide side = byBranch.get(branch);
    if (side != null) {
      transaction.setRetransmitTimer((int) timers.t1().toMillis());
      side.bind(transaction);
    }
  }

  /** The request JAIN-SIP knows by that branch, or null. */
  ServerSide side(String branch) {
    return byBranch.get(branch);
  }

  /** An ACK came; returns the INVITE if JAIN-SIP's transaction waits for it, else null. */
  ServerSide acked(SipMessage ack) {
    repeated.acked(TransactionKey.ack(ack));
    repeated.acked(refusal(ack));
    ServerSide side = byKey.get(TransactionKey.server(ack));
    return side != null && side.isBound() ? side : null;
  }

  void respond(Arrival request, SipMessage response) {
    ServerSide side = byKey.get(TransactionKey.server(request.message()));
    if (side == null) {
      side = side(request);
      side.decide();
    }
    side.respond(response);
  }

  /** The key of a refused INVITE: its ACK is of its transaction (RFC 3261 §17.1.1.3). */
  private static String refusal(SipMessage message) {
    return "refusal|" + TransactionKey.server(message);
  }

  /**
   * A 2xx to INVITE is repeated until its ACK (RFC 3261 §13.3.1.4), over UDP a refusal too (§17.2.1
   * timer G): JAIN-SIP would repeat that at the ticks of a clock which began with the request. A
   * reliable provisional response is repeated until its PRACK (RFC 3262 §3). All is set up before
   * it leaves, since what ends it may be quick.
   */
  @Override
  public void leaving(ServerSide side, SipMessage response) {
    int status = response.status().orElse(0);
    Runnable again = () -> directly(side, response);
    Reliable.of(response).ifPresent(r -> repeated.untilPrack(side, response, r, again));
    if (status < 200) {
      return;
    }
    repeated.answered(side);
    boolean accepted = status < 300;
    if (side.isInvite() && (accepted || !side.transport().isStream())) {
      boolean ofTransaction = !accepted && side.isBound();
      repeated.untilAck(
          ofTransaction ? refusal(side.request().message()) : TransactionKey.ack(response),
          side,
          again);
    }
  }

  @Override
  public void sent(ServerSide side, SipMessage response) {
    if (response.status().orElse(0) >= 200) {
      answered.add(side);
    }
  }

  private void forgetEarly(ServerSide side) {
    forget(side);
    if (side.isBound()) {
      end(side.transaction());
    }
  }

  int size() {
    return Math.max(byKey.size(), byBranch.size()) + repeated.size();
  }

  private boolean forget(ServerSide side) {
    byBranch.remove(side.branch());
    return byKey.remove(TransactionKey.server(side.request().message()), side);
  }

  @Override
  public boolean throughTransaction(ServerSide side, SipMessage response) {
    int status = response.status().orElse(0);
    if (status < 100 || status > 699) {
      return false;
    }
    try {
      side.transaction()
          .sendResponse(
              Skeleton.response(
                  status,
                  Skeleton.method(side.request().message().method()),
                  side.branch(),
                  side.transport()));
      return true;
    } catch (SipException | RuntimeException e) {
      LOG.debug("JAIN-SIP does not send {}: {}", response, e.getMessage());
      end(side.transaction());
      return false;
    }
  }

  @Override
  public void directly(ServerSide side, SipMessage response) {
    try {
      wire.put(response, side);
    } catch (UncheckedIOException e) {
      LOG.debug("{} does not leave: {}", response, e.getMessage());
    }
  }

  void abandon(String callId) {
    for (ServerSide side : byKey.values()) {
      if (side.request().message().callId().equals(callId) && forget(side)) {
        repeated.forget(side);
        if (side.isBound()) {
          end(side.transaction());
        }
      }
    }
  }

  private static void end(SIPServerTransaction tx) {
    try {
      tx.terminate();
    } catch (ObjectInUseException e) {
      // Thrown for a transaction of a dialog; there are no dialogs in this stack.
      throw new IllegalStateException(e);
    }
  }
}
