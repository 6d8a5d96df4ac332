package io.parley.dns;

import io.parley.wire.IpLiteral;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/**
 * Finds the servers of a SIP domain (RFC 3263 §4). An address or a port says that no NAPTR or SRV
 * record is to be asked for (§4.1, §4.2); neither is a name in the machine's hosts file.
 */
public final class SipLocator {
  /** The transport that each service of NAPTR stands for (RFC 3263 §4.1). */
  private static final Map<String, Transport> SERVICES =
      Map.of("SIP+D2U", Transport.UDP, "SIP+D2T", Transport.TCP, "SIPS+D2T", Transport.TLS);

  private static final Map<Transport, String> PREFIX =
      new EnumMap<>(
          Map.of(
              Transport.UDP,
              "_sip._udp.",
              Transport.TCP,
              "_sip._tcp.",
              Transport.TLS,
              "_sips._tcp."));

  private final SipPlace place;
  private final NameServers servers;

  private SipLocator(SipPlace place, NameServers servers) {
    this.place = place;
    this.servers = servers;
  }

  /**
   * Looks a place up; takes some seconds at most.
   *
   * @param wanted transports to find servers for, in order; empty = what the domain offers, else
   *     UDP and TCP
   * @param resolver the name server to ask; empty = those of this machine
   * @return what was found; a name that nobody knows is a location without servers
   */
  public static Location locate(
      SipPlace place, List<Transport> wanted, Optional<InetSocketAddress> resolver) {
    Optional<InetAddress> literal = IpLiteral.parse(place.host());
    if (literal.isPresent()) {
      Map<Transport, List<Server>> out = new LinkedHashMap<>();
      for (Transport t : plain(wanted)) {
        int port = place.port().orElse(ownPort(t));
        InetSocketAddress at = new InetSocketAddress(literal.get(), port);
        out.put(t, List.of(new Server(place.host(), List.of(at), 0, 0)));
      }
      return new Location(place, out, List.of());
    }
    NameServers servers = resolver.map(NameServers::at).orElseGet(NameServers::ofSystem);
    return new SipLocator(place, servers).locate(wanted);
  }

  private Location locate(List<Transport> wanted) {
    List<InetAddress> own = servers.hosts(place.host());
    Map<Transport, List<Server>> out =
        own.isEmpty() && place.port().isEmpty()
            ? bySrv(wanted)
            : byAddress(plain(wanted), host -> own.isEmpty() ? servers.addresses(host) : own);
    return new Location(place, out, servers.trail());
  }

  private static List<Transport> plain(List<Transport> wanted) {
    return wanted.isEmpty() ? List.of(Transport.UDP, Transport.TCP) : wanted;
  }

  private static int ownPort(Transport transport) {
    return transport == Transport.TLS ? SipPlace.SIPS : SipPlace.SIP;
  }

  private Map<Transport, List<Server>> bySrv(List<Transport> wanted) {
    Map<Transport, String> names = services();
    names.keySet().removeIf(t -> !wanted.isEmpty() && !wanted.contains(t));
    List<Transport> asked =
        !wanted.isEmpty()
            ? wanted
            : names.isEmpty() ? List.of(Transport.values()) : List.copyOf(names.keySet());
    Map<Transport, List<Server>> out = new LinkedHashMap<>();
    List<Transport> without = new ArrayList<>();
    for (Transport t : asked) {
      String name = names.getOrDefault(t, PREFIX.get(t) + place.host());
      List<SRVRecord> records = servers.records(name, Type.SRV, SRVRecord.class);
      if (records.isEmpty()) {
        without.add(t);
      }
      out.put(t, servers(records));
    }
    boolean none = out.values().stream().allMatch(List::isEmpty);
    without.retainAll(wanted.isEmpty() && !none ? List.of() : plain(wanted));
    if (!without.isEmpty()) {
      out.putAll(byAddress(without, servers::addresses));
    }
    out.values().removeIf(List::isEmpty);
    return out;
  }

  /** The SRV names that NAPTR gives, in the domain's order. */
  private Map<Transport, String> services() {
    Map<Transport, String> out = new LinkedHashMap<>();
    servers.records(place.host(), Type.NAPTR, NAPTRRecord.class).stream()
        .sorted(
            Comparator.comparingInt(NAPTRRecord::getOrder)
                .thenComparingInt(NAPTRRecord::getPreference))
        .filter(r -> r.getFlags().equalsIgnoreCase("s"))
        .forEach(
            r -> {
              Transport t = SERVICES.get(r.getService().toUpperCase(Locale.ROOT));
              if (t != null) {
                out.putIfAbsent(t, r.getReplacement().toString(true));
              }
            });
    return out;
  }

  private List<Server> servers(List<SRVRecord> records) {
    List<Server> out = new ArrayList<>();
    for (SRVRecord r : records) {
      String host = r.getTarget().toString(true);
      List<InetSocketAddress> at =
          r.getTarget().equals(Name.root)
              ? List.of() // RFC 2782: a target of "." says that there is no such service
              : servers.addresses(host).stream()
                  .map(a -> NameServers.named(host, a, r.getPort()))
                  .toList();
      if (!at.isEmpty()) {
        out.add(new Server(host, at, r.getPriority(), r.getWeight()));
      }
    }
    return out;
  }

  private Map<Transport, List<Server>> byAddress(
      List<Transport> transports, Function<String, List<InetAddress>> ask) {
    String host = place.host();
    List<InetAddress> found = ask.apply(host);
    Map<Transport, List<Server>> out = new LinkedHashMap<>();
    for (Transport t : transports) {
      int port = place.port().orElse(ownPort(t));
      List<InetSocketAddress> at =
          found.stream().map(a -> NameServers.named(host, a, port)).toList();
      if (!at.isEmpty()) {
        out.put(t, List.of(new Server(host, at, 0, 0)));
      }
    }
    return out;
  }
}
