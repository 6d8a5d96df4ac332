package io.parley.farend;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the calls go that an embedded SBC accepts.
 *
 * @param farEnd where calls go; empty = it answers them itself
 * @param trunks by number, the servers that are tried for it in the place of the usual one, in
 *     their order; these are asked with OPTIONS whether they are in service
 * @param interval the time between two OPTIONS to a server; zero = none is asked
 * @param nearEnd where calls to numbers of the role {@code caller} go; empty = to the far end like
 *     all others
 */
public record SbcRoutes(
    Optional<FarEndServer> farEnd,
    Map<String, List<FarEndServer>> trunks,
    Duration interval,
    Optional<InetSocketAddress> nearEnd) {

  /** Copies. */
  public SbcRoutes {
    trunks = Map.copyOf(trunks);
  }

  /** All calls to one place. */
  static SbcRoutes to(Optional<InetSocketAddress> farEnd) {
    return new SbcRoutes(
        farEnd.map(FarEndServer::plain), Map.of(), Duration.ZERO, Optional.empty());
  }

  /** The same with callers who can be called. */
  SbcRoutes withNearEnd(InetSocketAddress address) {
    return new SbcRoutes(farEnd, trunks, interval, Optional.of(address));
  }

  /** The servers for a number, in the order in which they are tried. */
  List<FarEndServer> servers(String number) {
    return trunks.getOrDefault(number, farEnd.stream().toList());
  }

  /** The servers that are asked whether they are in service. */
  Stream<FarEndServer> monitored() {
    return interval.isZero() ? Stream.empty() : trunks.values().stream().flatMap(List::stream);
  }

  /** Every server of the far end. */
  Stream<FarEndServer> all() {
    return Stream.concat(farEnd.stream(), trunks.values().stream().flatMap(List::stream));
  }
}
