package io.parley.target;

import io.parley.dns.Location;
import io.parley.model.Capability;
import io.parley.model.SourcePosition;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.wire.Transport;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a target of a target file; whatever is wrong with it is noted with its place. */
final class TargetReader {
  private static final Set<String> EMBEDDED = Set.of("target", "embedded");

  private final Problems problems;
  private final Profiles profiles;

  TargetReader(Problems problems, Profiles profiles) {
    this.problems = problems;
    this.profiles = profiles;
  }

  Optional<TargetPlan> read(Node node) {
    return new Binder(problems)
        .bind(node, TargetFile.class)
        .flatMap(
            file ->
                file.embedded().isPresent()
                    ? embedded(file, (Mapping) node)
                    : make(file).map(TargetPlan.class::cast));
  }

  /** The embedded SBC with times of its own; everything else is its own matter. */
  private Optional<TargetPlan> embedded(TargetFile file, Mapping node) {
    int before = problems.count();
    for (Mapping.Entry entry : node.entries()) {
      if (!EMBEDDED.contains(entry.key())) {
        problems.add(
            entry.keyAt(),
            "'" + entry.key() + "' is for an SBC that is there already",
            "Beside 'embedded' a file has 'target' only.");
      }
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(EmbeddedTarget.plan(profiles, file.target(), file.embedded().get()));
  }

  private Optional<RemoteTarget> make(TargetFile file) {
    int before = problems.count();
    FarEndReader farEnd = FarEndReader.of(file.farEnd(), problems);
    LocationReader places = new LocationReader(file, problems);
    Map<String, Location> locations = places.all();
    SideReader side = new SideReader(problems);
    LocalSide local =
        side.local(file.local(), farEnd.listen(), locations.values().stream().findFirst());
    RemoteTarget made = made(file, places, locations, farEnd, local);
    made.inwardAddress().ifPresent(a -> Limitless.check(file.at(), a, made.limits(), problems));
    Limitless.check(file, locations.values(), made.limits(), problems);
    return problems.count() > before ? Optional.empty() : Optional.of(made);
  }

  private RemoteTarget made(
      TargetFile file,
      LocationReader places,
      Map<String, Location> locations,
      FarEndReader farEnd,
      LocalSide local) {
    List<Transport> transports = places.transports(locations);
    return new RemoteTarget(
        file.target(),
        profileNames(file),
        locations,
        transports,
        file.uriHost(),
        numbers(file, farEnd.servers()),
        farEnd.who(),
        file.correlate().map(TargetReader::correlation),
        new SideReader(problems).limits(file.limits()),
        local.with(farEnd.servers()),
        timers(file),
        places.media(),
        transports.contains(Transport.TLS)
            ? Optional.of(new TlsReader(problems).read(file.tls(), host(file), farEnd.rules()))
            : Optional.empty(),
        file.credentials().flatMap(c -> new CredentialsReader(problems).read(c)),
        capabilities(file, farEnd.servers()),
        file.hooks().map(h -> hooks(file, h)).orElse(Hooks.NONE),
        farEnd.address().flatMap(a -> place(a)),
        new SideReader(problems).unlisted(file.local()));
  }

  private static Map<String, String> numbers(TargetFile file, FarEndServers servers) {
    Map<String, String> out = new LinkedHashMap<>(file.numbers());
    servers.trunks().forEach(t -> out.put(LabNumbers.REDUNDANT, t.number()));
    return out;
  }

  private Set<Capability> capabilities(TargetFile file, FarEndServers servers) {
    Set<Capability> out = new LinkedHashSet<>(servers.capabilities());
    for (Capability c : file.capabilities()) {
      boolean needsTrunk = c == Capability.FAILOVER || c == Capability.FAR_END_MONITORED;
      if (needsTrunk && !out.contains(c)) {
        problems.add(
            file.at(),
            "capabilities: '" + c + "' is not said here",
            "It follows from far-end: { redundant: … }, with options-interval for far-end-monitored.");
      }
      out.add(c);
    }
    return out;
  }

  private Optional<InetSocketAddress> place(Located<String> text) {
    Optional<InetSocketAddress> out = HostAndPort.parse(text.value()).flatMap(HostAndPort::resolve);
    if (out.isEmpty()) {
      problems.add(text.at(), "address: expected host:port, found '" + text.value() + "'");
    }
    return out;
  }

  private Hooks hooks(TargetFile file, TargetFile.HooksKeys keys) {
    Path folder = Path.of(file.at().file()).toAbsolutePath().getParent();
    return new HooksReader(problems, folder).read(keys);
  }

  /** The host as the file has it: the name its certificate should carry. */
  private static String host(TargetFile file) {
    return file.uriHost()
        .or(() -> file.address().map(Located::value))
        .or(() -> file.addresses().values().stream().findFirst().map(Located::value))
        .flatMap(HostAndPort::parse)
        .map(HostAndPort::host)
        .orElse("");
  }

  private List<String> profileNames(TargetFile file) {
    for (Located<String> name : file.profiles()) {
      known(name.at(), name.value());
    }
    file.addresses().forEach((name, place) -> known(place.at(), name));
    return file.profiles().isEmpty()
        ? List.copyOf(file.addresses().keySet())
        : file.profiles().stream().map(Located::value).toList();
  }

  private void known(SourcePosition at, String profile) {
    if (profiles.get(profile).isEmpty()) {
      problems.add(
          at,
          "unknown profile '" + profile + "'",
          Suggestion.hint(profile, "Profiles", profiles.names()));
    }
  }

  private static Correlation correlation(TargetFile.Correlate c) {
    List<String> pool = c.pool().stream().flatMap(p -> NumberPlan.expand(p).stream()).toList();
    List<String> callers =
        c.callers().stream().flatMap(p -> NumberPlan.expand(p).stream()).toList();
    return new Correlation(c.by(), pool, c.match().orElse(0), callers);
  }

  private static Target.Timers timers(TargetFile file) {
    return new Target.Timers(
        file.timers().flatMap(TargetFile.TimersKeys::response).orElse(Duration.ofSeconds(5)),
        file.timers().flatMap(TargetFile.TimersKeys::last).orElse(Duration.ofSeconds(32)),
        file.timers().flatMap(TargetFile.TimersKeys::t1).orElse(Target.Timers.T1));
  }
}
