package io.parley.play.agent;

import io.parley.play.dialog.Fork;
import io.parley.play.dialog.Leg;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;

/**
 * Which way the requests of a call go.
 *
 * @param transport the actor's
 */
record Route(Leg leg, Transport transport, Servers servers) {

  /** The transport: that by which the call came, else the actor's. */
  Transport way() {
    return leg.flow().map(Flow::transport).orElse(transport);
  }

  /**
   * Where a request goes: its dialog's next hop where that is an address of the same reach, else
   * where the call is.
   */
  InetSocketAddress hop(SipMessage request) {
    InetSocketAddress flow = leg.flow().map(Flow::remote).orElseGet(servers::current);
    return leg.forks()
        .of(request)
        .or(leg.forks()::current)
        .map(Fork::dialog)
        .flatMap(Dialog::nextHop)
        .flatMap(SipUri::address)
        .filter(a -> a.getAddress().isLoopbackAddress() == flow.getAddress().isLoopbackAddress())
        .orElse(flow);
  }
}
