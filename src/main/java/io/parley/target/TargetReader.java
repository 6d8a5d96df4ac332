package io.parley.target;

import io.parley.model.SourcePosition;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.wire.Transport;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes a target of a target file; whatever is wrong with it is noted with its place. */
final class TargetReader {
  private final Problems problems;
  private final Profiles profiles;

  TargetReader(Problems problems, Profiles profiles) {
    this.problems = problems;
    this.profiles = profiles;
  }

  Optional<RemoteTarget> read(Node node) {
    return new Binder(problems).bind(node, TargetFile.class).flatMap(this::make);
  }

  private Optional<RemoteTarget> make(TargetFile file) {
    int before = problems.count();
    FarEndReader farEnd = FarEndReader.of(file.farEnd(), problems);
    Map<String, InetSocketAddress> addresses = addresses(file);
    SideReader side = new SideReader(problems);
    Target.Local local =
        side.local(file.local(), farEnd.listen(), addresses.values().stream().findFirst());
    RemoteTarget made = made(file, addresses, farEnd.who(), side.limits(file.limits()), local);
    Limitless.check(file, made.addresses().values(), made.limits(), problems);
    return problems.count() > before ? Optional.empty() : Optional.of(made);
  }

  private RemoteTarget made(
      TargetFile file,
      Map<String, InetSocketAddress> addresses,
      Target.FarEnd farEnd,
      Target.Limits limits,
      Target.Local local) {
    return new RemoteTarget(
        file.target(),
        profileNames(file),
        addresses,
        transports(file),
        file.uriHost(),
        file.numbers(),
        farEnd,
        file.correlate().map(TargetReader::correlation),
        limits,
        local,
        timers(file),
        media(file),
        transports(file).contains(Transport.TLS)
            ? Optional.of(new TlsReader(problems).read(file.tls(), host(file)))
            : Optional.empty(),
        tlsPort(file),
        file.credentials().flatMap(c -> new CredentialsReader(problems).read(c)),
        Set.copyOf(file.capabilities()),
        file.hooks().map(h -> hooks(file, h)).orElse(Hooks.NONE));
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

  /** Where TLS is not the only transport it cannot have the port of the others. */
  private static OptionalInt tlsPort(TargetFile file) {
    OptionalInt own = file.tls().map(TargetFile.TlsKeys::port).orElse(OptionalInt.empty());
    boolean alone = file.transports().size() == 1;
    return own.isPresent() || alone ? own : OptionalInt.of(HostAndPort.SIPS);
  }

  private static int defaultPort(TargetFile file) {
    return file.transports().equals(List.of("tls")) ? HostAndPort.SIPS : HostAndPort.SIP;
  }

  private Map<String, InetSocketAddress> addresses(TargetFile file) {
    Map<String, InetSocketAddress> out = new LinkedHashMap<>();
    int port = defaultPort(file);
    file.address().ifPresent(a -> place(a, port).ifPresent(p -> out.put("", p)));
    file.addresses().forEach((name, a) -> place(a, port).ifPresent(p -> out.put(name, p)));
    if (file.address().isEmpty() && file.addresses().isEmpty()) {
      problems.add(file.at(), "missing key 'address'", "Write address: host:port.");
    }
    return out;
  }

  private Optional<InetSocketAddress> place(Located<String> text, int port) {
    Optional<HostAndPort> parsed = HostAndPort.parse(text.value(), port);
    if (parsed.isEmpty()) {
      problems.add(text.at(), "expected host:port, found '" + text.value() + "'");
      return Optional.empty();
    }
    Optional<InetSocketAddress> address = parsed.get().resolve();
    if (address.isEmpty()) {
      problems.add(text.at(), "the host name '" + parsed.get().host() + "' is not known");
    }
    return address;
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

  private List<Transport> transports(TargetFile file) {
    List<Transport> out = new ArrayList<>();
    for (String name : file.transports()) {
      try {
        out.add(Transport.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        problems.add(
            file.at(),
            "transports: expected udp, tcp or tls, found '" + name + "'",
            Optional.empty());
      }
    }
    return out.isEmpty() ? List.of(Transport.UDP, Transport.TCP) : List.copyOf(out);
  }

  private Set<InetAddress> media(TargetFile file) {
    Set<InetAddress> out = new LinkedHashSet<>();
    for (Located<String> text : file.media()) {
      place(text, HostAndPort.SIP).map(InetSocketAddress::getAddress).ifPresent(out::add);
    }
    return out;
  }

  private static Target.Correlation correlation(TargetFile.Correlate c) {
    List<String> pool = c.pool().stream().flatMap(p -> NumberPlan.expand(p).stream()).toList();
    List<String> callers =
        c.callers().stream().flatMap(p -> NumberPlan.expand(p).stream()).toList();
    return new Target.Correlation(c.by(), pool, c.match().orElse(0), callers);
  }

  private static Target.Timers timers(TargetFile file) {
    return new Target.Timers(
        file.timers().flatMap(TargetFile.TimersKeys::response).orElse(Duration.ofSeconds(5)),
        file.timers().flatMap(TargetFile.TimersKeys::last).orElse(Duration.ofSeconds(32)),
        file.timers().flatMap(TargetFile.TimersKeys::t1).orElse(Target.Timers.T1));
  }

  /** Who is on the other side, and where our callees must listen for it. */
  private record FarEndReader(Target.FarEnd who, Optional<Located<String>> listen) {

    static FarEndReader of(Optional<Node> node, Problems problems) {
      if (node.isEmpty()) {
        return new FarEndReader(Target.FarEnd.NONE, Optional.empty());
      }
      if (node.get() instanceof Scalar s && s.text().equals("none")) {
        return new FarEndReader(Target.FarEnd.NONE, Optional.empty());
      }
      Binder binder = new Binder(problems);
      if (!(node.get() instanceof Mapping)) {
        binder.expected(node.get(), "none or a map with played-by");
        return new FarEndReader(Target.FarEnd.NONE, Optional.empty());
      }
      return binder
          .bind(node.get(), TargetFile.FarEndKeys.class)
          .map(k -> of(k, problems))
          .orElse(new FarEndReader(Target.FarEnd.NONE, Optional.empty()));
    }

    private static FarEndReader of(TargetFile.FarEndKeys keys, Problems problems) {
      boolean parley = keys.playedBy() == TargetFile.PlayedBy.PARLEY;
      if (parley && keys.listen().isEmpty()) {
        problems.add(
            keys.at(),
            "far-end: missing key 'listen'",
            "Write listen: host:port, the address to which the SBC sends calls for its far end.");
      }
      return new FarEndReader(parley ? Target.FarEnd.PARLEY : Target.FarEnd.REAL, keys.listen());
    }
  }
}
