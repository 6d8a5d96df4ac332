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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** JAIN-SIP's way to one peer. */
final class TapChannel extends MessageChannel implements RawMessageChannel {
  private final TapProcessor processor;
  private final SIPTransactionStack stack;
  private final InetSocketAddress remote;

  TapChannel(TapProcessor processor, SIPTransactionStack stack, InetSocketAddress remote) {
    this.messageProcessor = processor;
    this.processor = processor;
    this.stack = stack;
    this.remote = remote;
  }

  /** Runs a parsed message through its transaction. */
  @Override
  public void processMessage(SIPMessage message) {
    message.setRemoteAddress(remote.getAddress());
    message.setRemotePort(remote.getPort());
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
    transmit(message.encodeAsBytes(getTransport()), remote);
  }

  @Override
  public void sendMessage(SIPMessage message, InetAddress host, int port) throws IOException {
    transmit(message.encodeAsBytes(getTransport()), new InetSocketAddress(host, port));
  }

  @Override
  protected void sendMessage(byte[] message, InetAddress host, int port, boolean reconnect)
      throws IOException {
    transmit(message, new InetSocketAddress(host, port));
  }

  private void transmit(byte[] bytes, InetSocketAddress to) throws IOException {
    processor.outlet().transmit(bytes, processor.kind(), to);
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
    return remote.getAddress().getHostAddress();
  }

  @Override
  protected InetAddress getPeerInetAddress() {
    return remote.getAddress();
  }

  @Override
  protected String getPeerProtocol() {
    return getTransport();
  }

  @Override
  public int getPeerPort() {
    return remote.getPort();
  }

  @Override
  public int getPeerPacketSourcePort() {
    return remote.getPort();
  }

  @Override
  public InetAddress getPeerPacketSourceAddress() {
    return remote.getAddress();
  }

  @Override
  public String getKey() {
    return getKey(remote.getAddress(), remote.getPort(), getTransport());
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
