package io.parley.sip;

import io.parley.wire.Ending;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One place on the network where we speak SIP: a bound address with UDP and TCP on the same port
 * and TLS on another.
 *
 * <p>Both lanes are endpoints: the stack lane (JAIN-SIP carries the transactions) and the raw lane
 * (our own small client transaction on an exclusively leased socket, for what no stack would send).
 */
public interface SipEndpoint extends AutoCloseable {

  /** The bound address and port, the same for UDP and TCP. */
  InetSocketAddress address();

  /** Where a transport listens, for Via and Contact: TLS has a port of its own. */
  default InetSocketAddress address(Transport transport) {
    return address();
  }

  /**
   * Sends a request through a client transaction: retransmits over UDP (timers A/E), ACKs a
   * non-2xx, gives up by timer B/F. The message must be complete: Via with branch, From, To,
   * Call-ID, CSeq, Max-Forwards, Content-Length.
   *
   * @throws java.io.UncheckedIOException when it cannot be sent; {@code message} says why in words
   */
  void send(SipMessage request, Transport transport, InetSocketAddress destination);

  /**
   * Sends a request over a stream in parts, as so many TCP segments; blocks for the pauses.
   *
   * @param parts how many; at most one for each byte
   * @param pause between two parts
   * @throws IllegalArgumentException over UDP, and on the stack lane
   * @throws java.io.UncheckedIOException when it cannot be sent
   */
  default void sendInParts(
      SipMessage request,
      Transport transport,
      InetSocketAddress destination,
      int parts,
      Duration pause) {
    throw new IllegalArgumentException("only the raw lane sends a message in parts");
  }

  /**
   * Sends a request over UDP of which one datagram gets lost, as networks lose them: what mends it
   * is a retransmission (RFC 3261 §17.1.1.2, §17.1.2.2).
   *
   * @param itself whether the first copy of the request does not leave; else the first answer that
   *     arrives is neither told nor taken
   * @throws IllegalArgumentException over a stream, and on the stack lane
   */
  default void sendLosing(
      SipMessage request, Transport transport, InetSocketAddress destination, boolean itself) {
    throw new IllegalArgumentException("only the raw lane loses a message");
  }

  /**
   * Sends bytes outside any transaction, once: an ACK to a 2xx, a message of the caller's own
   * making.
   */
  void sendStateless(byte[] message, Transport transport, InetSocketAddress destination);

  /**
   * Answers a request that arrived here, through its server transaction where there is one (which
   * repeats the answer to retransmissions), else statelessly, back on the flow it came by (RFC 3261
   * §18.2.2, RFC 3581).
   */
  void respond(Arrival request, SipMessage response);

  /**
   * Ends every transaction of a call without sending anything more for it: no further
   * retransmission leaves. For a call that is given up.
   */
  void abandon(String callId);

  /** Whether a message to that place needs no new connection. */
  default boolean isConnected(Transport transport, InetSocketAddress destination) {
    return true;
  }

  /**
   * Ends all connections of a transport, whoever made them; the next message makes a new one.
   *
   * @throws IllegalArgumentException when there is none, and on the stack lane, whose connections
   *     all calls share
   */
  default void end(Transport transport, Ending how) {
    throw new IllegalArgumentException("only the raw lane ends a connection");
  }

  /**
   * Flow towards a destination, for the transcript and for Via: the local end may differ from
   * {@link #address} on TCP.
   */
  default Flow flowTo(Transport transport, InetSocketAddress destination) {
    return new Flow(transport, address(), destination);
  }

  /** Closes sockets and ends threads. */
  @Override
  void close();
}
