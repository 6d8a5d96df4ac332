package io.parley.play.message;

import io.parley.play.stage.Correlator;
import io.parley.target.LocalSide;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a party writes of itself: Via, From, Contact, and whom it writes to.
 *
 * @param transport the transport of the next message
 * @param address our bound address for a transport
 * @param local what our side writes of itself
 * @param targetHost host for Request-URI and To
 */
public record Identity(
    Supplier<Transport> transport,
    Function<Transport, InetSocketAddress> address,
    LocalSide local,
    String targetHost) {

  /** The transport of the next message. */
  Transport way() {
    return transport.get();
  }

  /** Our address in Via. */
  InetSocketAddress sentBy() {
    return address.apply(way());
  }

  /** Our address as SDP and From have it. */
  private String host() {
    String bound = Flow.text(sentBy());
    return local.advertise().orElse(bound.substring(0, bound.lastIndexOf(':')));
  }

  /** Our From without its tag: of a number, or of a URI. */
  String from(String caller) {
    String uri =
        caller.contains(":")
            ? caller
            : "sip:" + caller + "@" + local.contactHost().orElseGet(this::host);
    return "<" + uri + ">";
  }

  /** Our Contact. */
  String contact(String user) {
    String name = user.contains(":") ? Correlator.user(user) : user;
    return "<sip:"
        + name
        + "@"
        + local.contactHost().orElseGet(() -> host() + ":" + sentBy().getPort())
        + (way() == Transport.UDP ? "" : ";transport=" + way().parameter())
        + ">";
  }

  /** A URI of a number at the target; what is a URI already stays. */
  String uri(String number) {
    return number.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? number : "sip:" + number + "@" + targetHost;
  }
}
