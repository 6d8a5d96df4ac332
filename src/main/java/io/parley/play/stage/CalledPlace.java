package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The far end as one callee has it: the server that its call came to, whichever that was.
 *
 * @param farEnd all servers
 * @param flow by which its call came; empty = it did not yet
 */
public record CalledPlace(FarEnd farEnd, Supplier<Optional<Flow>> flow) implements SipEndpoint {

  private SipEndpoint mine() {
    return flow.get().flatMap(farEnd::at).orElse(farEnd.usual());
  }

  @Override
  public InetSocketAddress address() {
    return mine().address();
  }

  @Override
  public InetSocketAddress address(Transport transport) {
    return mine().address(transport);
  }

  @Override
  public void send(SipMessage request, Transport transport, InetSocketAddress destination) {
    mine().send(request, transport, destination);
  }

  @Override
  public void sendStateless(byte[] message, Transport transport, InetSocketAddress destination) {
    mine().sendStateless(message, transport, destination);
  }

  @Override
  public void respond(Arrival request, SipMessage response) {
    farEnd.at(request.frame().flow()).orElseGet(this::mine).respond(request, response);
  }

  @Override
  public void abandon(String callId) {
    mine().abandon(callId);
  }

  @Override
  public boolean isConnected(Transport transport, InetSocketAddress destination) {
    return mine().isConnected(transport, destination);
  }

  @Override
  public Flow flowTo(Transport transport, InetSocketAddress destination) {
    return mine().flowTo(transport, destination);
  }

  /** The servers are the run's. */
  @Override
  public void close() {}
}
