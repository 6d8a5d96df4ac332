package io.parley.sip.jain;

import io.parley.sip.Arrival;
import io.parley.sip.Sanity;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import io.parley.wire.Wire;
import io.parley.wire.WireListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;

/** The tap: between the sockets, the script and JAIN-SIP's transactions. */
final class Transactions implements WireListener, Outlet {
  private final SipListener listener;
  private final Clients clients;
  private final Servers servers;
  private final ScheduledExecutorService timer;
  private final CountDownLatch started = new CountDownLatch(1);
  private volatile Wire wire;
  private volatile TapStack stack;

  Transactions(SipListener listener, ScheduledExecutorService timer) {
    this.listener = listener;
    this.clients = new Clients(listener);
    this.servers = new Servers(this::put, timer);
    this.timer = timer;
  }

  void start(Wire opened, Set<Transport> transports, String name) {
    wire = opened;
    try {
      stack =
          TapStack.open(
              name,
              opened.address().getPort(),
              transports,
              this,
              new StackEvents(clients, servers),
              timer);
    } catch (Exception e) {
      throw new IllegalStateException("JAIN-SIP does not start: " + e.getMessage(), e);
    } finally {
      started.countDown();
    }
  }

  void stop() {
    stack.stop();
  }

  void send(SipMessage request, Transport transport, InetSocketAddress destination) {
    clients.send(stack.provider(), request, transport, destination);
  }

  void respond(Arrival request, SipMessage response) {
    servers.respond(request, response);
  }

  void abandon(String callId) {
    clients.abandon(callId);
    servers.abandon(callId);
  }

  @Override
  public void received(Frame frame) {
    SipMessage message = SipMessage.of(frame.bytes());
    if (message.startLine().isEmpty()) {
      return; // a keep-alive
    }
    Arrival arrival = new Arrival(frame, message);
    awaitStart();
    if (message.isRequest() && !message.method().equals("ACK")) {
      servers.request(arrival, () -> listener.arrived(arrival), this::deliver);
      return;
    }
    boolean wanted = listener.arrived(arrival) == SipListener.Handling.DELIVER;
    boolean ours = message.isResponse() ? clients.responded(message) : servers.acked(message);
    if (wanted && ours) {
      deliver(arrival);
    }
  }

  /** The stack starts after the sockets, since it needs to know their port. */
  private void awaitStart() {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Arrival arrival) {
    if (Sanity.identityFaults(arrival.message()).isEmpty()) {
      Flow flow = arrival.frame().flow();
      TapProcessor processor = stack.processor(flow.transport());
      Delivery.to(processor.channel(flow.remote()), arrival);
    }
  }

  @Override
  public void sending(Frame frame) {
    listener.left(frame, SipMessage.of(frame.bytes()));
  }

  @Override
  public void broke(Flow flow, String reason) {
    if (!clients.broke(flow, reason)) {
      listener.failed(flow, "", reason);
    }
  }

  @Override
  public void transmit(byte[] encoded, Transport transport, InetSocketAddress remote)
      throws IOException {
    SipMessage message = SipMessage.of(encoded);
    try {
      if (message.isRequest()) {
        put(clients.given(message), transport, clients.destination(message, remote));
      } else {
        put(servers.given(message), transport, servers.destination(message, remote));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void put(SipMessage message, Transport transport, InetSocketAddress remote) {
    try {
      wire.send(message.bytes(), transport, remote);
    } catch (UncheckedIOException e) {
      if (!transport.isStream()) {
        listener.failed(wire.flowTo(transport, remote), message.callId(), e.getMessage());
      }
      throw e;
    }
  }
}
