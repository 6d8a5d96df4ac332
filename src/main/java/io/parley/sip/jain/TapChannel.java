package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.RawMessageChannel;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.ServerRequestInterface;
import gov.nist.javax.sip.stack.ServerResponseInterface;
import io.parley.sip.SipMessage;
import io.parley.wire.IpLiteral;
import java.io.IOException;
import java.net.InetAddress;

/** JAIN-SIP's way to its peer, of which there is only one: see {@link Skeleton}. */
final class TapChannel extends MessageChannel implements RawMessageChannel {
  private static final InetAddress PEER_ADDRESS =
      IpLiteral.parse(Skeleton.PEER).orElseThrow(IllegalStateException::new);

  private final TapProcessor processor;
  private final SIPTransactionStack stack;

  TapChannel(TapProcessor processor, SIPTransactionStack stack) {
    this.messageProcessor = processor;
    this.processor = processor;
    this.stack = stack;
  }

  /** Runs a skeleton through its transaction. */
  @Override
  public void processMessage(SIPMessage message) {
    message.setRemoteAddress(getPeerInetAddress());
    message.setRemotePort(getPeerPort());
    message.setLocalPort(getPort());
    message.setLocalAddress(processor.getIpAddress());
    if (message instanceof SIPRequest request) {
      process(request);
    } else if (message instanceof SIPResponse response) {
      process(response);
    }
  }

  private void process(SIPRequest request) {
    ServerRequestInterface target = stack.newSIPServerRequest(request, this);
    if (target == null) {
      return;
    }
    try {
      target.processRequest(request, this);
    } finally {
      if (target instanceof SIPServerTransaction tx && !tx.passToListener()) {
        tx.releaseSem();
      }
    }
  }

  private void process(SIPResponse response) {
    ServerResponseInterface target = stack.newSIPServerResponse(response, this);
    if (target == null) {
      return;
    }
    try {
      target.processResponse(response, this);
    } finally {
      if (target instanceof SIPTransaction tx && !tx.passToListener()) {
        tx.releaseSem();
      }
    }
  }

  @Override
  public void sendMessage(SIPMessage message) throws IOException {
    transmit(message.encodeAsBytes(getTransport()));
  }

  @Override
  public void sendMessage(SIPMessage message, InetAddress host, int port) throws IOException {
    transmit(message.encodeAsBytes(getTransport()));
  }

  @Override
  protected void sendMessage(byte[] message, InetAddress host, int port, boolean reconnect)
      throws IOException {
    transmit(message);
  }

  private void transmit(byte[] skeleton) throws IOException {
    processor.outlet().transmit(SipMessage.of(skeleton));
  }

  @Override
  public void close() {}

  @Override
  public SIPTransactionStack getSIPStack() {
    return stack;
  }

  @Override
  public String getTransport() {
    return processor.kind().name();
  }

  @Override
  public boolean isReliable() {
    return processor.kind().isStream();
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public String getPeerAddress() {
    return Skeleton.PEER;
  }

  @Override
  protected InetAddress getPeerInetAddress() {
    return PEER_ADDRESS;
  }

  @Override
  protected String getPeerProtocol() {
    return getTransport();
  }

  @Override
  public int getPeerPort() {
    return Skeleton.PORT;
  }

  @Override
  public int getPeerPacketSourcePort() {
    return Skeleton.PORT;
  }

  @Override
  public InetAddress getPeerPacketSourceAddress() {
    return PEER_ADDRESS;
  }

  @Override
  public String getKey() {
    return getKey(getPeerInetAddress(), getPeerPort(), getTransport());
  }

  @Override
  public String getViaHost() {
    return getHost();
  }

  @Override
  public int getViaPort() {
    return getPort();
  }
}
