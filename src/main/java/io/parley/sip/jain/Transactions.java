package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
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

  Transactions(
      SipListener listener,
      ScheduledExecutorService timer,
      SipTimers timers,
      ResponsePath responsePath) {
    this.listener = listener;
    this.clients = new Clients(listener, timers);
    this.servers = new Servers(this::answer, timer, timers, responsePath);
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
    if (request.method().equals("ACK")) {
      put(request, transport, destination);
    } else {
      clients.send(stack.provider(), request, transport, destination);
    }
  }

  void respond(Arrival request, SipMessage response) {
    servers.respond(request, response);
  }

  void abandon(String callId) {
    clients.abandon(callId);
    servers.abandon(callId);
  }

  int remembered() {
    return clients.size() + servers.size();
  }

  @Override
  public void received(Frame frame) {
    if (!listener.admits(frame)) {
      return;
    }
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
    SipListener.Handling handling = listener.arrived(arrival);
    boolean wanted = handling != SipListener.Handling.WITHHOLD;
    if (message.isResponse()) {
      ClientSide side = clients.responded(message);
      if (side != null && handling == SipListener.Handling.DELIVER_MUTE) {
        side.mute();
      }
      int status = message.status().orElse(0);
      if (wanted && side != null && status >= 100 && status <= 699) {
        String method = Skeleton.method(side.request().method());
        process(Skeleton.response(status, method, side.branch(), side.transport()));
      }
    } else {
      ServerSide side = servers.acked(message);
      if (wanted && side != null) {
        process(Skeleton.request("ACK", side.branch(), side.transport()));
      }
    }
  }

  private void deliver(ServerSide side) {
    String method = Skeleton.method(side.request().message().method());
    process(Skeleton.request(method, side.branch(), side.transport()));
  }

  private void process(SIPMessage skeleton) {
    String transport = skeleton.getTopmostVia().getTransport();
    stack.processor(Transport.valueOf(transport)).channel().processMessage(skeleton);
  }

  /** The stack starts after the sockets, since it needs to know their port. */
  private void awaitStart() {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
  public void transmit(SipMessage skeleton) throws IOException {
    String branch = skeleton.branch().orElse("");
    try {
      if (skeleton.isRequest()) {
        transmit(clients.side(branch), skeleton.method().equals("ACK"));
      } else {
        transmit(servers.side(branch), skeleton.status().orElse(0));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void transmit(ClientSide side, boolean ack) {
    if (side != null && !(ack && side.isMute())) {
      put(ack ? side.ack() : side.request(), side.transport(), side.destination());
    }
  }

  private void transmit(ServerSide side, int status) {
    if (side != null && side.passes(status)) {
      answer(side.given(status), side);
    }
  }

  /** RFC 3261 §18.2.2: an answer whose connection is gone gets a new one. */
  private void answer(SipMessage response, ServerSide side) {
    InetSocketAddress usual = side.destination();
    boolean open = wire.isConnected(side.transport(), usual);
    put(response, side.transport(), open ? usual : ResponsePath.reopened(side.request()));
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
