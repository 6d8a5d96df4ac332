package io.parley.target;

import io.parley.dns.Location;
import io.parley.dns.Server;
import io.parley.dns.SipPlace;
import io.parley.model.Capability;
import io.parley.wire.Flow;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An SBC that is there already: a lab device, a service.
 *
 * @param name as reports show it
 * @param profiles it is set up for
 * @param locations by profile; the empty profile is the one that stands for all others
 * @param transports it serves
 * @param host in Request-URI and To; empty = its name, or the address where it has none
 * @param numbers by role
 * @param farEnd who is on its other side
 * @param correlation how the call that left it is found again
 * @param limits what it may be burdened with
 * @param local our own side
 * @param timers how long to wait
 * @param media its media addresses; empty = its signalling address
 * @param tls how it speaks TLS; empty = it does not
 * @param credentials who we are to it when it asks
 * @param capabilities what it can do that not every SBC can
 * @param hooks programs that a run starts
 * @param inwardAddress where it takes the calls of its far end; empty = where it takes all others
 * @param unlisted an address of this machine that it does not know
 */
public record RemoteTarget(
    String name,
    List<String> profiles,
    Map<String, Location> locations,
    List<Transport> transports,
    Optional<String> host,
    Map<String, String> numbers,
    FarEnd farEnd,
    Optional<Correlation> correlation,
    Limits limits,
    LocalSide local,
    Timers timers,
    Set<InetAddress> media,
    Optional<TlsSettings> tls,
    Optional<Credentials> credentials,
    Set<Capability> capabilities,
    Hooks hooks,
    Optional<InetSocketAddress> inwardAddress,
    Optional<InetAddress> unlisted)
    implements Target, TargetPlan {

  @Override
  public Optional<Location> location(Optional<String> profile) {
    Location own = locations.get(profile.orElse(""));
    Location common = locations.get("");
    return Optional.of(
        own != null ? own : common != null ? common : locations.values().iterator().next());
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return address(profile, transports.get(0));
  }

  @Override
  public InetSocketAddress address(Optional<String> profile, Transport transport) {
    Location at = location(profile).orElseThrow();
    return servers(at, transport).stream()
        .flatMap(s -> s.addresses().stream())
        .filter(this::reachable)
        .findFirst()
        .orElseGet(() -> unknown(at));
  }

  @Override
  public List<InetSocketAddress> addresses(Optional<String> profile, Transport transport) {
    Location at = location(profile).orElseThrow();
    List<InetSocketAddress> out =
        at.order(transport, ThreadLocalRandom.current()).stream().filter(this::reachable).toList();
    return out.isEmpty() ? List.of(address(profile, transport)) : out;
  }

  /** What serves a transport; a transport that the target does not name goes where UDP goes. */
  private List<Server> servers(Location at, Transport transport) {
    List<Server> own = at.servers().getOrDefault(transport, List.of());
    List<Server> any =
        own.isEmpty() ? at.servers().getOrDefault(transports.get(0), List.of()) : own;
    return any.stream()
        .sorted(
            Comparator.comparingInt(Server::priority)
                .thenComparing(Comparator.comparingInt(Server::weight).reversed()))
        .toList();
  }

  /** Our socket can only send to addresses of its own family. */
  private boolean reachable(InetSocketAddress address) {
    return address.getAddress().getClass() == local.callerBind().getClass();
  }

  private static InetSocketAddress unknown(Location at) {
    return InetSocketAddress.createUnresolved(
        at.place().host(), at.place().port().orElse(SipPlace.SIP));
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return host.orElseGet(
        () ->
            location(profile)
                .filter(l -> !l.trail().isEmpty())
                .map(l -> l.place().toString())
                .orElseGet(() -> Flow.text(address(profile))));
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    Set<InetAddress> out = new LinkedHashSet<>(media);
    if (out.isEmpty()) {
      for (Transport transport : transports) {
        addresses(profile, transport).stream()
            .map(InetSocketAddress::getAddress)
            .filter(Objects::nonNull)
            .forEach(out::add);
      }
    }
    return out;
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }

  @Override
  public boolean foreign() {
    return true;
  }

  /** It runs already; its far end is set up on it to reach our callees. */
  @Override
  public Target start(InetSocketAddress callee) {
    return this;
  }

  @Override
  public void close() {
    // Nothing was started.
  }
}
