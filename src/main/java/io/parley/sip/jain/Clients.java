package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPRequest;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.sip.TransactionKey;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;

/** Our requests under way. */
final class Clients {
  private final SipListener listener;
  private final SipTimers timers;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, ClientSide> byKey = new ConcurrentHashMap<>();
  private final Map<String, ClientSide> byBranch = new ConcurrentHashMap<>();

  Clients(SipListener listener, SipTimers timers) {
    this.listener = listener;
    this.timers = timers;
  }

  void send(
      SipProvider provider,
      SipMessage request,
      Transport transport,
      InetSocketAddress destination) {
    if (!request.isRequest() || request.branch().isEmpty()) {
      throw failure(request, "it has no request line or no branch; the raw lane can send it", null);
    }
    String branch = "z9hG4bKc" + count.incrementAndGet();
    ClientSide side = new ClientSide(branch, request, transport, destination);
    if (byKey.putIfAbsent(TransactionKey.client(request), side) != null) {
      throw failure(request, "a request with that branch is under way", null);
    }
    byBranch.put(side.branch(), side);
    try {
      SIPRequest skeleton =
          Skeleton.request(Skeleton.method(request.method()), side.branch(), transport);
      ClientTransaction transaction = provider.getNewClientTransaction(skeleton);
      side.bind(transaction);
      transaction.setRetransmitTimer((int) timers.t1().toMillis());
      transaction.sendRequest();
    } catch (SipException | RuntimeException e) {
      forget(side);
      throw failure(request, rootMessage(e), e);
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

  int size() {
    return Math.max(byKey.size(), byBranch.size());
  }

  private boolean forget(ClientSide side) {
    byBranch.remove(side.branch());
    return byKey.remove(TransactionKey.client(side.request()), side);
  }

  /** Notes a response; returns the request it answers, or null. */
  ClientSide responded(SipMessage response) {
    ClientSide side = byKey.get(TransactionKey.client(response));
    if (side != null) {
      side.received(response);
    }
    return side;
  }

  /** The request JAIN-SIP knows by that branch, or null. */
  ClientSide side(String branch) {
    return byBranch.get(branch);
  }

  void timedOut(String branch) {
    ClientSide side = byBranch.get(branch);
    if (side != null && forget(side)) {
      listener.timedOut(side.request());
    }
  }

  void ended(String branch) {
    ClientSide side = byBranch.get(branch);
    if (side != null) {
      forget(side);
    }
  }

  void abandon(String callId) {
    for (ClientSide side : byKey.values()) {
      if (side.request().callId().equals(callId) && forget(side)) {
        side.terminate();
      }
    }
  }

  /** Tells each call that waits for an answer on a broken stream; false if none does. */
  boolean broke(Flow flow, String reason) {
    boolean told = false;
    for (ClientSide side : byKey.values()) {
      boolean concerned =
          side.transport() == flow.transport() && side.destination().equals(flow.remote());
      if (concerned && !side.isRefused() && forget(side)) {
        told = true;
        listener.failed(flow, side.request().callId(), reason);
        side.terminate();
      }
    }
    return told;
  }
}
