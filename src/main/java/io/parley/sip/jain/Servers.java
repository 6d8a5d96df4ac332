package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import io.parley.sip.Arrival;
import io.parley.sip.Retransmission;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that came, and our answers to them. */
final class Servers implements ServerSide.Sender {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");
  private static final Duration T1 = Duration.ofMillis(500);
  private static final Duration T2 = Duration.ofSeconds(4);

  /**
   * What JAIN-SIP may take. The other methods it answers itself where it misses a dialog, a
   * subscription or an INVITE of its own.
   */
  private static final Set<String> CARRIED =
      Set.of("INVITE", "BYE", "OPTIONS", "INFO", "MESSAGE", "REGISTER");

  /** Puts bytes on the wire. */
  interface Put {
    void put(SipMessage message, Transport transport, InetSocketAddress remote);
  }

  private final Put wire;
  private final ScheduledExecutorService timer;
  private final Map<String, ServerSide> sides = new ConcurrentHashMap<>();
  private final Map<String, ServerSide> unacknowledged = new ConcurrentHashMap<>();

  Servers(Put wire, ScheduledExecutorService timer) {
    this.wire = wire;
    this.timer = timer;
  }

  /** Takes a request: notes it, has it told, and lets JAIN-SIP have it if it is wanted there. */
  void request(Arrival arrival, Supplier<SipListener.Handling> tell, Consumer<Arrival> deliver) {
    ServerSide fresh = new ServerSide(arrival, this);
    ServerSide known = sides.putIfAbsent(TransactionKey.server(arrival.message()), fresh);
    boolean wanted =
        tell.get() == SipListener.Handling.DELIVER && CARRIED.contains(arrival.message().method());
    if (known == null) {
      if (wanted) {
        deliver.accept(arrival);
      }
      fresh.decide();
    } else if (!known.cameAgain() && wanted) {
      deliver.accept(arrival);
    }
  }

  /** JAIN-SIP took a request. */
  void taken(String key, SIPServerTransaction transaction) {
    ServerSide side = sides.get(key);
    if (side != null) {
      side.bind(transaction);
    }
  }

  /** An ACK came; true if JAIN-SIP's transaction waits for it. */
  boolean acked(SipMessage ack) {
    ServerSide accepted = unacknowledged.remove(TransactionKey.ack(ack));
    if (accepted != null) {
      accepted.stop();
    }
    ServerSide side = sides.get(TransactionKey.server(ack));
    return side != null && side.isBound();
  }

  void respond(Arrival request, SipMessage response) {
    ServerSide side = sides.get(TransactionKey.server(request.message()));
    if (side == null) {
      side = new ServerSide(request, this);
      side.decide();
    }
    side.respond(response);
  }

  /**
   * A 2xx to INVITE is repeated until its ACK (RFC 3261 §13.3.1.4); a refusal by its transaction.
   */
  @Override
  public void sent(ServerSide side, SipMessage response) {
    if (response.status().orElse(0) < 200) {
      return;
    }
    boolean invite = side.request().message().method().equals("INVITE");
    boolean accepted = response.status().orElse(0) < 300;
    boolean lonely = !side.isBound() && !side.transport().isStream();
    if (invite && (accepted || lonely)) {
      String key = TransactionKey.ack(response);
      unacknowledged.put(key, side);
      side.repeat(
          Retransmission.start(
              timer,
              T1,
              T2,
              () -> directly(side, response),
              () -> unacknowledged.remove(key, side)));
    }
    forgetLater(side);
  }

  private void forgetLater(ServerSide side) {
    String key = TransactionKey.server(side.request().message());
    try {
      timer.schedule(() -> sides.remove(key, side), 64 * T1.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      sides.remove(key, side); // the endpoint is closed
    }
  }

  @Override
  public boolean throughTransaction(ServerSide side, SipMessage response) {
    try {
      if (!(GuardedParser.parse(response) instanceof SIPResponse parsed)) {
        return false;
      }
      Delivery.markSource(parsed.getTopmostVia(), side.request().frame().flow());
      side.transaction().sendResponse(parsed);
      return true;
    } catch (ParseException | SipException | RuntimeException e) {
      LOG.debug("JAIN-SIP does not send {}: {}", response, e.getMessage());
      end(side.transaction());
      return false;
    }
  }

  @Override
  public void directly(ServerSide side, SipMessage response) {
    try {
      wire.put(response, side.transport(), side.destination());
    } catch (UncheckedIOException e) {
      LOG.debug("{} does not leave: {}", response, e.getMessage());
    }
  }

  /** The response as given, in place of what JAIN-SIP encoded. */
  SipMessage given(SipMessage encoded) {
    ServerSide side = sides.get(TransactionKey.server(encoded));
    SipMessage given = side == null ? null : side.given(encoded.status().orElse(0));
    return given == null ? encoded : given;
  }

  InetSocketAddress destination(SipMessage encoded, InetSocketAddress otherwise) {
    ServerSide side = sides.get(TransactionKey.server(encoded));
    return side == null ? otherwise : side.destination();
  }

  void abandon(String callId) {
    sides.forEach(
        (key, side) -> {
          if (side.request().message().callId().equals(callId) && sides.remove(key, side)) {
            side.stop();
            if (side.isBound()) {
              end(side.transaction());
            }
          }
        });
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
