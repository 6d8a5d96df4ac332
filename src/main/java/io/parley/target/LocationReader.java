package io.parley.target;

import io.parley.dns.Location;
import io.parley.dns.Lookup;
import io.parley.dns.Server;
import io.parley.dns.SipLocator;
import io.parley.dns.SipPlace;
import io.parley.wire.IpLiteral;
import io.parley.wire.Transport;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out where the places of a target file are. A name that nobody knows is no problem of the
 * file: it is told when a call cannot be made.
 */
final class LocationReader {
  private final TargetFile file;
  private final Problems problems;
  private final List<Transport> wanted;
  private final Optional<InetSocketAddress> resolver;

  LocationReader(TargetFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.wanted = wanted();
    this.resolver = file.local().flatMap(TargetFile.LocalKeys::resolver).flatMap(this::nameServer);
  }

  /** By profile; the empty one stands for all others. */
  Map<String, Location> all() {
    Map<String, Location> out = new LinkedHashMap<>();
    file.address().flatMap(this::location).ifPresent(l -> out.put("", l));
    file.addresses().forEach((name, a) -> location(a).ifPresent(l -> out.put(name, l)));
    if (file.address().isEmpty() && file.addresses().isEmpty()) {
      problems.add(file.at(), "missing key 'address'", "Write address: host:port.");
    }
    return out;
  }

  /** The transports: those of the file, else those that the domain offers. */
  List<Transport> transports(Map<String, Location> locations) {
    if (!wanted.isEmpty()) {
      return wanted;
    }
    return locations.values().stream()
        .filter(Location::isKnown)
        .findFirst()
        .map(Location::transports)
        .orElse(List.of(Transport.UDP, Transport.TCP));
  }

  /** The media addresses of the file. */
  Set<InetAddress> media() {
    Set<InetAddress> out = new LinkedHashSet<>();
    for (Located<String> text : file.media()) {
      Optional<Location> at = guarded(text, p -> plain(p.host()));
      at.ifPresent(l -> l.all().forEach(a -> out.add(a.getAddress())));
      if (at.filter(Location::isKnown).isEmpty()) {
        String why = at.map(l -> ": " + l.story()).orElse("");
        problems.add(text.at(), "media: nobody knows '" + text.value() + "'" + why);
      }
    }
    return out;
  }

  /** A host's addresses only. */
  private Location plain(String host) {
    SipPlace place = new SipPlace(host, SipPlace.SIP);
    return SipLocator.locate(place, List.of(Transport.UDP), resolver);
  }

  private List<Transport> wanted() {
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
    return List.copyOf(out);
  }

  private Optional<InetSocketAddress> nameServer(Located<String> text) {
    Optional<InetSocketAddress> out =
        HostAndPort.parse(text.value(), HostAndPort.DNS)
            .flatMap(p -> IpLiteral.parse(p.host()).map(a -> new InetSocketAddress(a, p.port())));
    if (out.isEmpty()) {
      problems.add(
          text.at(),
          "resolver: expected the address of a name server such as 127.0.0.1:53, found '"
              + text.value()
              + "'");
    }
    return out;
  }

  private Optional<SipPlace> place(Located<String> text) {
    Optional<SipPlace> out = HostAndPort.place(text.value());
    if (out.isEmpty()) {
      problems.add(text.at(), "expected host:port, found '" + text.value() + "'");
    }
    return out;
  }

  private Optional<Location> location(Located<String> text) {
    return guarded(text, this::locate);
  }

  private Optional<Location> guarded(Located<String> text, Function<SipPlace, Location> locate) {
    try {
      return place(text).map(locate);
    } catch (UncheckedIOException e) {
      problems.add(text.at(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Where TLS is not the only transport it cannot have the port of the others. */
  private Location locate(SipPlace place) {
    OptionalInt own = file.tls().map(TargetFile.TlsKeys::port).orElse(OptionalInt.empty());
    boolean beside = wanted.size() > 1 && place.port().isPresent();
    OptionalInt port = own.isPresent() || !beside ? own : OptionalInt.of(SipPlace.SIPS);
    if (!wanted.contains(Transport.TLS) || port.isEmpty()) {
      return SipLocator.locate(place, wanted, resolver);
    }
    SipPlace secure = new SipPlace(place.host(), port);
    Location tls = SipLocator.locate(secure, List.of(Transport.TLS), resolver);
    List<Transport> rest = wanted.stream().filter(t -> t != Transport.TLS).toList();
    return rest.isEmpty() ? tls : joined(SipLocator.locate(place, rest, resolver), tls);
  }

  private static Location joined(Location first, Location second) {
    Map<Transport, List<Server>> servers = new LinkedHashMap<>(first.servers());
    servers.putAll(second.servers());
    Set<Lookup> trail = new LinkedHashSet<>(first.trail());
    trail.addAll(second.trail());
    return new Location(first.place(), servers, List.copyOf(trail));
  }
}
