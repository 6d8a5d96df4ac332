package io.parley.dns;

import io.parley.wire.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * Asks name servers, remembers what was asked and answered. Nothing is cached. Once they do not
 * answer they are not asked again, so that a location is known or given up within seconds.
 */
final class NameServers {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Resolver resolver;
  private final String who;
  private final boolean own;
  private final List<Lookup> trail = new ArrayList<>();
  private boolean dead;

  private NameServers(Resolver resolver, String who, boolean own) {
    this.resolver = resolver;
    this.who = who;
    this.own = own;
    resolver.setTimeout(PATIENCE);
  }

  /** One name server, and nothing else: the machine's hosts file is not looked at. */
  static NameServers at(InetSocketAddress address) {
    return new NameServers(new SimpleResolver(address), Flow.text(address), false);
  }

  /** Those that this machine uses, after its hosts file. */
  static NameServers ofSystem() {
    List<InetSocketAddress> known = ResolverConfig.getCurrentConfig().servers();
    List<Resolver> each = known.stream().<Resolver>map(SimpleResolver::new).limit(2).toList();
    ExtendedResolver resolver = new ExtendedResolver(each);
    resolver.setRetries(1);
    String who = String.join(", ", known.stream().limit(2).map(Flow::text).toList());
    return new NameServers(resolver, who, true);
  }

  /** What was asked so far. */
  List<Lookup> trail() {
    return List.copyOf(trail);
  }

  /** The addresses that the machine's hosts file has for a name; none with a server of our own. */
  List<InetAddress> hosts(String host) {
    List<InetAddress> out = new ArrayList<>();
    if (own) {
      HostsFileParser file = new HostsFileParser();
      for (int type : new int[] {Type.A, Type.AAAA}) {
        try {
          file.getAddressForHost(name(host), type).ifPresent(out::add);
        } catch (IOException e) {
          return List.of(); // a hosts file that cannot be read knows nobody
        }
      }
    }
    if (!out.isEmpty()) {
      String found = String.join(", ", out.stream().map(InetAddress::getHostAddress).toList());
      trail.add(new Lookup("hosts", host, found, true));
    }
    return out;
  }

  /** The addresses of a host, IPv4 first. */
  List<InetAddress> addresses(String host) {
    return Stream.concat(
            records(host, Type.A, ARecord.class).stream().map(ARecord::getAddress),
            records(host, Type.AAAA, AAAARecord.class).stream().map(AAAARecord::getAddress))
        .toList();
  }

  /** The records of one type; none where there are none, for whatever reason. */
  <R extends Record> List<R> records(String host, int type, Class<R> kind) {
    if (dead) {
      return List.of();
    }
    org.xbill.DNS.Lookup lookup = new org.xbill.DNS.Lookup(name(host), type);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    lookup.setSearchPath(new Name[0]);
    lookup.setHostsFileParser(null);
    Record[] found = lookup.run();
    List<R> out =
        Stream.of(found == null ? new Record[0] : found)
            .filter(kind::isInstance)
            .map(kind::cast)
            .toList();
    trail.add(new Lookup(Type.string(type), host, words(lookup, out), !out.isEmpty()));
    dead = lookup.getResult() == org.xbill.DNS.Lookup.TRY_AGAIN;
    return out;
  }

  private String words(org.xbill.DNS.Lookup lookup, List<? extends Record> found) {
    if (!found.isEmpty()) {
      return String.join(", ", found.stream().map(r -> r.rdataToString()).toList());
    }
    return switch (lookup.getResult()) {
      case org.xbill.DNS.Lookup.HOST_NOT_FOUND -> "no such name";
      case org.xbill.DNS.Lookup.TYPE_NOT_FOUND, org.xbill.DNS.Lookup.SUCCESSFUL -> "no such record";
      case org.xbill.DNS.Lookup.TRY_AGAIN ->
          "no usable answer from " + who + " (" + lookup.getErrorString() + ")";
      default -> lookup.getErrorString();
    };
  }

  private static Name name(String host) {
    try {
      return Name.fromString(host, Name.root);
    } catch (TextParseException e) {
      throw new UncheckedIOException("'" + host + "' is no host name", e);
    }
  }

  /** An address under the name it was found by, without asking again. */
  static InetSocketAddress named(String host, InetAddress address, int port) {
    try {
      InetAddress both = InetAddress.getByAddress(host, address.getAddress());
      return new InetSocketAddress(both, port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // an address has a legal length
    }
  }

  /** The servers' own addresses, for a report. */
  Optional<String> who() {
    return Optional.of(who).filter(w -> !w.isEmpty());
  }
}
