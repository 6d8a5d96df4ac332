package io.parley.sip.jain;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import io.parley.wire.Transport;
import java.net.InetAddress;

/**
 * What JAIN-SIP takes for one of its sockets. It owns none: what arrives is handed to a {@link
 * TapChannel} by the endpoint, what leaves goes to the {@link Outlet}.
 *
 * <p>It claims the wildcard address, so that the stack never takes a destination for itself and
 * routes a message past the wire.
 */
final class TapProcessor extends MessageProcessor {
  /** The address JAIN-SIP believes it listens on. */
  static final String ADDRESS = "0.0.0.0";

  private final Transport kind;
  private final Outlet outlet;

  TapProcessor(
      InetAddress address, int port, Transport kind, SIPTransactionStack stack, Outlet outlet) {
    super(address, port, kind.parameter(), stack);
    this.kind = kind;
    this.outlet = outlet;
  }

  Transport kind() {
    return kind;
  }

  Outlet outlet() {
    return outlet;
  }

  TapChannel channel() {
    return new TapChannel(this, sipStack);
  }

  @Override
  public SIPTransactionStack getSIPStack() {
    return sipStack;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) {
    return channel();
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) {
    return channel();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public int getDefaultTargetPort() {
    return 5060;
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public int getMaximumMessageSize() {
    return 65535;
  }

  @Override
  public boolean inUse() {
    return false;
  }
}
