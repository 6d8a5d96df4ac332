package io.parley.play.stage;

import io.parley.sip.SipEndpoint;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers of the far end, all played by us.
 *
 * @param usual where calls come to that are not for a trunk of two servers
 * @param second the second server of these trunks; empty = there are none
 * @param firsts their first servers, which belong to one case at a time
 */
public record FarEnd(SipEndpoint usual, Optional<SipEndpoint> second, List<OwnServer> firsts)
    implements AutoCloseable {

  /** The name of the server at our end of a flow; empty = it is no server's. */
  public Optional<String> nameOf(Flow flow) {
    if (isAt(usual, flow)) {
      return Optional.of("usual");
    }
    if (second.filter(s -> isAt(s, flow)).isPresent()) {
      return Optional.of("second");
    }
    return firsts.stream().anyMatch(s -> isAt(s.endpoint(), flow))
        ? Optional.of("first")
        : Optional.empty();
  }

  /** The server at our end of a flow; empty = it is a connection that we made. */
  public Optional<SipEndpoint> at(Flow flow) {
    return all().filter(e -> isAt(e, flow)).findFirst();
  }

  private Stream<SipEndpoint> all() {
    return Stream.of(Stream.of(usual), second.stream(), firsts.stream().map(OwnServer::endpoint))
        .flatMap(s -> s);
  }

  private static boolean isAt(SipEndpoint endpoint, Flow flow) {
    Transport transport = flow.transport();
    return endpoint.address(transport).equals(flow.local());
  }

  @Override
  public void close() {
    all().forEach(SipEndpoint::close);
  }
}
