package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.HopImpl;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;

/** Our requests under way, by branch and method. */
final class Clients {
  private final SipListener listener;
  private final Map<String, ClientSide> sides = new ConcurrentHashMap<>();

  Clients(SipListener listener) {
    this.listener = listener;
  }

  void send(
      SipProvider provider,
      SipMessage request,
      Transport transport,
      InetSocketAddress destination) {
    SIPRequest parsed = parsed(request);
    parsed.setApplicationData(
        new HopImpl(
            destination.getAddress().getHostAddress(),
            destination.getPort(),
            transport.parameter()));
    String key = TransactionKey.client(request);
    ClientSide side = new ClientSide(request, transport, destination);
    if (sides.putIfAbsent(key, side) != null) {
      throw failure(request, "a request with that branch is under way", null);
    }
    try {
      ClientTransaction transaction = provider.getNewClientTransaction(parsed);
      side.bind(transaction);
      transaction.sendRequest();
    } catch (SipException | RuntimeException e) {
      sides.remove(key, side);
      throw failure(request, rootMessage(e), e);
    }
  }

  private static SIPRequest parsed(SipMessage request) {
    try {
      SIPMessage parsed = GuardedParser.parse(request);
      if (parsed instanceof SIPRequest r) {
        return r;
      }
      throw failure(request, "it is not a request", null);
    } catch (ParseException e) {
      throw failure(request, "no transaction can carry it: " + e.getMessage(), e);
    }
  }

  private static UncheckedIOException failure(SipMessage request, String why, Exception cause) {
    String what = request.method().isEmpty() ? "request" : request.method();
    return new UncheckedIOException(what + " cannot be sent: " + why, new IOException(why, cause));
  }

  private static String rootMessage(Exception e) {
    Throwable t = e;
    while (t.getCause() != null && !(t instanceof UncheckedIOException)) {
      t = t.getCause();
    }
    return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
  }

  /** Notes a response; false if no request of ours waits for it. */
  boolean responded(SipMessage response) {
    ClientSide side = sides.get(TransactionKey.client(response));
    if (side != null) {
      side.received(response);
    }
    return side != null;
  }

  /**
   * The bytes given for a request JAIN-SIP sends; for its ACK, those the given INVITE calls for.
   */
  SipMessage given(SipMessage encoded) {
    ClientSide side = sideOf(encoded);
    if (side == null) {
      return encoded;
    }
    if (!encoded.method().equals("ACK")) {
      return side.request();
    }
    SipMessage ack = side.ack();
    return ack == null ? encoded : ack;
  }

  InetSocketAddress destination(SipMessage encoded, InetSocketAddress otherwise) {
    ClientSide side = sideOf(encoded);
    return side == null ? otherwise : side.destination();
  }

  private ClientSide sideOf(SipMessage encoded) {
    String method = encoded.method().equals("ACK") ? "INVITE" : encoded.method();
    return sides.get(TransactionKey.client(encoded.branch().orElse(""), method));
  }

  void timedOut(String key) {
    ClientSide side = sides.remove(key);
    if (side != null) {
      listener.timedOut(side.request());
    }
  }

  void ended(String key) {
    sides.remove(key);
  }

  void abandon(String callId) {
    sides.forEach(
        (key, side) -> {
          if (side.request().callId().equals(callId) && sides.remove(key, side)) {
            side.terminate();
          }
        });
  }

  /** Tells each call that waits for an answer on a broken stream; false if none does. */
  boolean broke(Flow flow, String reason) {
    boolean[] told = {false};
    sides.forEach(
        (key, side) -> {
          boolean concerned =
              side.transport() == flow.transport() && side.destination().equals(flow.remote());
          if (concerned && !side.isRefused() && sides.remove(key, side)) {
            told[0] = true;
            listener.failed(flow, side.request().callId(), reason);
            side.terminate();
          }
        });
    return told[0];
  }
}
