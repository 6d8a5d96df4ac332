package io.parley.fake;

import io.parley.model.Capability;
import io.parley.target.Correlation;
import io.parley.target.FarEndServers;
import io.parley.target.LocalSide;
import io.parley.target.OwnAddress;
import io.parley.target.PortRange;
import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Describes what listens at an address as a target. */
record FixedTarget(
    InetSocketAddress at, Timers timers, Transport first, FarEnd farEnd, FarEndServers servers)
    implements Target {
  private static final int CALLS = 100;

  private static final Map<String, String> NUMBERS =
      Map.of(
          "caller", "+15550190000",
          "callee", "+15550100000",
          "busy", "+15550110486",
          "unknown", "+15550110404",
          "declined", "+15550110603",
          "cost", "+15550120603",
          "error", "+15550110500",
          "unavailable", "+15550110503");

  static final Timers IMPATIENT = new Timers(Duration.ofMillis(1500), Duration.ofSeconds(3));

  FixedTarget(InetSocketAddress at, Timers timers) {
    this(at, timers, Transport.UDP);
  }

  FixedTarget(InetSocketAddress at, Timers timers, Transport first) {
    this(at, timers, first, FarEnd.PARLEY, FarEndServers.NONE);
  }

  FixedTarget(InetSocketAddress at, Timers timers, Transport first, FarEnd farEnd) {
    this(at, timers, first, farEnd, FarEndServers.NONE);
  }

  FixedTarget(InetSocketAddress at, Timers timers, FarEndServers servers) {
    this(at, timers, Transport.UDP, FarEnd.PARLEY, servers);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<String> profiles() {
    return List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return at;
  }

  @Override
  public List<Transport> transports() {
    return List.of(first, first == Transport.UDP ? Transport.TCP : Transport.UDP);
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return at.getAddress().getHostAddress() + ":" + at.getPort();
  }

  @Override
  public Optional<InetAddress> unlisted() {
    return Optional.of(OwnAddress.UNLISTED);
  }

  @Override
  public Map<String, String> numbers() {
    Map<String, String> out = new HashMap<>(NUMBERS);
    servers.trunks().forEach(t -> out.put("redundant", t.number()));
    return out;
  }

  @Override
  public Set<Capability> capabilities() {
    return servers.capabilities();
  }

  @Override
  public Optional<Correlation> correlation() {
    return Optional.of(
        new Correlation("called-number", numbers("+155501000%02d"), 0, numbers("+155501900%02d")));
  }

  private static List<String> numbers(String pattern) {
    return IntStream.range(0, CALLS).mapToObj(i -> String.format(pattern, i)).toList();
  }

  @Override
  public Limits limits() {
    return new Limits(CALLS, 0, Duration.ofSeconds(30), List.of());
  }

  @Override
  public LocalSide local() {
    return new LocalSide(
            new InetSocketAddress("127.0.1.1", 0).getAddress(),
            new InetSocketAddress("127.0.2.1", 0),
            Optional.empty(),
            Optional.empty(),
            new PortRange(30000, 30999))
        .with(servers);
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    return Set.of(at.getAddress());
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }
}
