package io.parley.sip.jain;

import io.parley.sip.Arrival;
import io.parley.sip.EndpointTimer;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Flow;
import io.parley.wire.Sending;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import io.parley.wire.Wire;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The stack lane: JAIN-SIP keeps the transactions, our sockets carry the bytes.
 *
 * <p>Every message is told before the stack sees it, and leaves with the bytes the caller gave,
 * retransmissions included. What the stack cannot be trusted with never reaches it: it would drop
 * it, or answer behind the script's back.
 */
public final class JainEndpoint implements SipEndpoint {
  private static final long CLOSE_SECONDS = 1;

  private final Wire wire;
  private final Transactions transactions;
  private final ScheduledThreadPoolExecutor timer;

  private JainEndpoint(Wire wire, Transactions transactions, ScheduledThreadPoolExecutor timer) {
    this.wire = wire;
    this.transactions = transactions;
    this.timer = timer;
  }

  /**
   * Opens an endpoint.
   *
   * @param bind local address; port 0 takes one that is free for every transport
   * @param transports what to listen on
   * @param listener told of everything, on socket and timer threads
   * @param name starts the names of the threads
   * @throws java.io.UncheckedIOException when the port cannot be bound
   */
  public static JainEndpoint open(
      InetSocketAddress bind, Set<Transport> transports, SipListener listener, String name) {
    return open(bind, transports, listener, name, SipTimers.STANDARD);
  }

  /** Opens an endpoint whose transactions run by other timers. */
  public static JainEndpoint open(
      InetSocketAddress bind,
      Set<Transport> transports,
      SipListener listener,
      String name,
      SipTimers timers) {
    return open(bind, transports, TlsSettings.DEFAULT, listener, name, timers);
  }

  /** Opens an endpoint, TLS by the given settings, on a port of its own. */
  public static JainEndpoint open(
      InetSocketAddress bind,
      Set<Transport> transports,
      TlsSettings tls,
      SipListener listener,
      String name,
      SipTimers timers) {
    return open(
        bind, transports, tls, listener, name, timers, ResponsePath.VIA, Sending.WAITED_FOR);
  }

  /**
   * Opens an endpoint that answers along another path.
   *
   * @param responsePath where answers over UDP go
   * @param sending whether whoever sends over a stream waits
   */
  public static JainEndpoint open(
      InetSocketAddress bind,
      Set<Transport> transports,
      TlsSettings tls,
      SipListener listener,
      String name,
      SipTimers timers,
      ResponsePath responsePath,
      Sending sending) {
    ScheduledThreadPoolExecutor timer = EndpointTimer.named(name);
    Transactions transactions = new Transactions(listener, timer, timers, responsePath);
    Wire wire = Wire.open(bind, transports, tls, sending, transactions, name);
    try {
      transactions.start(wire, transports, name);
    } catch (RuntimeException e) {
      wire.close();
      timer.shutdownNow();
      throw e;
    }
    return new JainEndpoint(wire, transactions, timer);
  }

  @Override
  public InetSocketAddress address() {
    return wire.address();
  }

  @Override
  public InetSocketAddress address(Transport transport) {
    return wire.address(transport);
  }

  @Override
  public void send(SipMessage request, Transport transport, InetSocketAddress destination) {
    transactions.send(request, transport, destination);
  }

  @Override
  public void sendStateless(byte[] message, Transport transport, InetSocketAddress destination) {
    wire.send(message, transport, destination);
  }

  @Override
  public void respond(Arrival request, SipMessage response) {
    transactions.respond(request, response);
  }

  @Override
  public void abandon(String callId) {
    transactions.abandon(callId);
  }

  @Override
  public boolean isConnected(Transport transport, InetSocketAddress destination) {
    return wire.isConnected(transport, destination);
  }

  @Override
  public Flow flowTo(Transport transport, InetSocketAddress destination) {
    return wire.flowTo(transport, destination);
  }

  /** How many requests are remembered, ours and theirs: for a test that none stays for good. */
  int remembered() {
    return transactions.remembered();
  }

  @Override
  public void close() {
    transactions.stop();
    timer.shutdownNow();
    wire.close();
    try {
      timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
