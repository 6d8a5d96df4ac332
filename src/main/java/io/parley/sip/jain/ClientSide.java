package io.parley.sip.jain;

import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import javax.sip.ClientTransaction;
import javax.sip.ObjectInUseException;

/** A request of ours in its transaction: the bytes as given, and what came last. */
final class ClientSide {
  private final String branch;
  private final SipMessage request;
  private final Transport transport;
  private final InetSocketAddress destination;
  private volatile ClientTransaction transaction;
  private volatile SipMessage refusal;
  private volatile boolean mute;

  ClientSide(
      String branch, SipMessage request, Transport transport, InetSocketAddress destination) {
    this.branch = branch;
    this.request = request;
    this.transport = transport;
    this.destination = destination;
  }

  /** The branch JAIN-SIP knows it by. */
  String branch() {
    return branch;
  }

  SipMessage request() {
    return request;
  }

  Transport transport() {
    return transport;
  }

  InetSocketAddress destination() {
    return destination;
  }

  void bind(ClientTransaction started) {
    transaction = started;
  }

  /** Notes a response before JAIN-SIP sees it. */
  void received(SipMessage response) {
    if (response.status().orElse(0) >= 300) {
      refusal = response;
    }
  }

  /** From now on the transaction's own ACK does not leave. */
  void mute() {
    mute = true;
  }

  boolean isMute() {
    return mute;
  }

  /** The ACK that our request and the refusal as it came call for. */
  SipMessage ack() {
    return RequestBuilder.ackNon2xx(request, refusal);
  }

  /** Whether a refusal came, after which a failure of the flow matters no more. */
  boolean isRefused() {
    return refusal != null;
  }

  void terminate() {
    ClientTransaction t = transaction;
    if (t != null) {
      try {
        t.terminate();
      } catch (ObjectInUseException e) {
        // Thrown for a transaction of a dialog; there are no dialogs in this stack.
        throw new IllegalStateException(e);
      }
    }
  }
}
