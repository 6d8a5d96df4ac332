package io.parley.sip;

import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The client transaction of a request that no stack would send: repeats the bytes as they are,
 * makes the ACK from what was sent, knows nothing of what it should have been (RFC 3261 §17.1 where
 * it can be followed).
 */
final class RawTransaction {
  private static final Duration UNCAPPED = Duration.ofDays(1);

  private final SipMessage request;
  private final Transport transport;
  private final InetSocketAddress destination;
  private final String method;
  private final Retransmission retransmission;
  private volatile boolean ended;

  /** Puts bytes on the wire. */
  interface Put {
    void put(SipMessage message, Transport transport, InetSocketAddress remote);
  }

  /**
   * Starts the timers; the first copy has left.
   *
   * @param again sends the request once more, over UDP
   * @param timedOut told after 64 × T1 without an answer
   */
  RawTransaction(
      SipMessage request,
      Transport transport,
      InetSocketAddress destination,
      ScheduledExecutorService timer,
      SipTimers timers,
      Put again,
      Runnable timedOut) {
    this.request = request;
    this.transport = transport;
    this.destination = destination;
    this.method = method(request);
    this.retransmission =
        Retransmission.start(
            timer,
            timers.t1(),
            method.equals("INVITE") ? UNCAPPED : timers.t2(),
            transport.isStream() ? () -> {} : () -> again.put(request, transport, destination),
            timedOut);
  }

  /** The method as far as it can be guessed: request line, else CSeq. */
  static String method(SipMessage request) {
    String word = request.startLine().strip().split("\\s+")[0].toUpperCase(Locale.ROOT);
    return word.matches("[A-Z]+") ? word : request.cseqMethod();
  }

  String method() {
    return method;
  }

  Transport transport() {
    return transport;
  }

  InetSocketAddress destination() {
    return destination;
  }

  SipMessage request() {
    return request;
  }

  /**
   * Takes a response.
   *
   * @return the ACK to send, or null
   */
  SipMessage received(SipMessage response) {
    int status = response.status().orElse(0);
    boolean invite = method.equals("INVITE");
    if (invite || status >= 200 || status < 100) {
      retransmission.stop();
    }
    ended |= status >= 200;
    return invite && status >= 300 ? RequestBuilder.ackNon2xx(request, response) : null;
  }

  /** Whether a final response came. */
  boolean isEnded() {
    return ended;
  }

  void stop() {
    retransmission.stop();
  }
}
