package io.parley.sip;

import io.parley.wire.Ending;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Sending;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import io.parley.wire.Wire;
import io.parley.wire.WireListener;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The raw lane: a port of its own, bytes exactly as given, whatever they are. The socket is the
 * identity: all that comes back is told, and belongs to what was sent.
 */
public final class RawEndpoint implements SipEndpoint, WireListener {
  private final SipListener listener;
  private final RawTransactions transactions;
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private final Map<String, SipMessage> answers = new ConcurrentHashMap<>();
  private final Wire wire;

  private RawEndpoint(
      InetAddress bind,
      Set<Transport> transports,
      TlsSettings tls,
      SipListener listener,
      SipTimers timers) {
    this.listener = listener;
    this.transactions = new RawTransactions(listener, timers, this::repeat);
    this.wire =
        Wire.open(new InetSocketAddress(bind, 0), transports, tls, Sending.WAITED_FOR, this, "raw");
  }

  /** Opens a free port, UDP and TCP, with the standard timers. */
  public static RawEndpoint open(InetAddress bind, SipListener listener) {
    Set<Transport> both = Set.of(Transport.UDP, Transport.TCP);
    return open(bind, both, TlsSettings.DEFAULT, listener, SipTimers.STANDARD);
  }

  /**
   * Opens a free port.
   *
   * @param bind local address
   * @param transports what to open
   * @param tls how TLS is spoken
   * @param listener told of everything, on socket and timer threads
   * @param timers T1 and T2
   * @throws UncheckedIOException when no port can be bound
   */
  public static RawEndpoint open(
      InetAddress bind,
      Set<Transport> transports,
      TlsSettings tls,
      SipListener listener,
      SipTimers timers) {
    return new RawEndpoint(bind, transports, tls, listener, timers);
  }

  @Override
  public InetSocketAddress address() {
    return wire.address();
  }

  @Override
  public InetSocketAddress address(Transport transport) {
    return wire.address(transport);
  }

  /**
   * Sends a request, sound or not. An INVITE is repeated over UDP until anything answers, others
   * until a final response; a refusal of an INVITE is acknowledged; an ACK is sent once.
   */
  @Override
  public void send(SipMessage request, Transport transport, InetSocketAddress destination) {
    transactions.start(request, transport, destination, () -> put(request, transport, destination));
  }

  @Override
  public void sendInParts(
      SipMessage request,
      Transport transport,
      InetSocketAddress destination,
      int parts,
      Duration pause) {
    if (!transport.isStream()) {
      throw new IllegalArgumentException(
          "mutate: segments are of a stream; this call goes over udp, say transport: tcp");
    }
    List<byte[]> cut = Parts.of(request.bytes(), parts);
    transactions.start(
        request,
        transport,
        destination,
        () -> Parts.each(cut, pause, part -> wire.send(part, transport, destination)));
  }

  @Override
  public void sendLosing(
      SipMessage request, Transport transport, InetSocketAddress destination, boolean itself) {
    if (transport.isStream()) {
      throw new IllegalArgumentException(
          "mutate: only a datagram gets lost; this call goes over "
              + transport.parameter()
              + ", say transport: udp");
    }
    if (itself) {
      transactions.start(request, transport, destination, () -> {});
    } else {
      lost.add(RawTransaction.method(request));
      send(request, transport, destination);
    }
  }

  @Override
  public void sendStateless(byte[] message, Transport transport, InetSocketAddress destination) {
    wire.send(message, transport, destination);
  }

  @Override
  public boolean isConnected(Transport transport, InetSocketAddress destination) {
    return wire.isConnected(transport, destination);
  }

  @Override
  public void end(Transport transport, Ending how) {
    if (!wire.end(transport, how)) {
      throw new IllegalArgumentException(
          "there is no " + transport.parameter() + " connection that could be ended");
    }
  }

  private void put(SipMessage message, Transport transport, InetSocketAddress destination) {
    wire.send(message.bytes(), transport, destination);
  }

  private void repeat(SipMessage message, Transport transport, InetSocketAddress destination) {
    try {
      put(message, transport, destination);
    } catch (UncheckedIOException e) {
      listener.failed(wire.flowTo(transport, destination), message.callId(), e.getMessage());
    }
  }

  @Override
  public void respond(Arrival request, SipMessage response) {
    Flow flow = request.frame().flow();
    answers.put(TransactionKey.server(request.message()), response);
    put(response, flow.transport(), flow.remote());
  }

  @Override
  public void abandon(String callId) {
    transactions.abandon();
  }

  @Override
  public Flow flowTo(Transport transport, InetSocketAddress destination) {
    return wire.flowTo(transport, destination);
  }

  @Override
  public void received(Frame frame) {
    SipMessage message = SipMessage.of(frame.bytes());
    if (message.startLine().isEmpty()) {
      return; // a keep-alive
    }
    if (message.isResponse() && lost.remove(message.cseqMethod())) {
      return; // lost on its way, as was asked
    }
    SipListener.Handling handling = listener.arrived(new Arrival(frame, message));
    boolean wanted = handling != SipListener.Handling.WITHHOLD;
    if (wanted && message.isResponse()) {
      transactions.answered(message, handling == SipListener.Handling.DELIVER_MUTE);
    } else if (wanted && !message.method().equals("ACK")) {
      SipMessage before = answers.get(TransactionKey.server(message));
      if (before != null) {
        repeat(before, frame.flow().transport(), frame.flow().remote());
      }
    }
  }

  @Override
  public void sending(Frame frame) {
    listener.left(frame, SipMessage.of(frame.bytes()));
  }

  @Override
  public void broke(Flow flow, String reason) {
    transactions.broke(flow, reason);
  }

  @Override
  public void close() {
    transactions.close();
    wire.close();
    transactions.ended();
  }
}
