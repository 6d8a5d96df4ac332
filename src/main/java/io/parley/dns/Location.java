package io.parley.dns;

import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where the servers behind a name are.
 *
 * @param place what was to be found
 * @param servers by transport, in the order in which the domain prefers transports; without the
 *     transports that nothing serves
 * @param trail what was asked of whom and answered; empty where nothing had to be asked
 */
public record Location(SipPlace place, Map<Transport, List<Server>> servers, List<Lookup> trail) {

  /** Copies what it is given. */
  public Location {
    servers = Collections.unmodifiableMap(new LinkedHashMap<>(servers));
    trail = List.copyOf(trail);
  }

  /**
   * A place that is an address.
   *
   * @param ports which port each transport has
   */
  public static Location at(InetSocketAddress address, Map<Transport, Integer> ports) {
    Map<Transport, List<Server>> out = new EnumMap<>(Transport.class);
    ports.forEach(
        (transport, port) -> {
          InetSocketAddress own = new InetSocketAddress(address.getAddress(), port);
          out.put(transport, List.of(new Server(address.getHostString(), List.of(own), 0, 0)));
        });
    return new Location(new SipPlace(address.getHostString(), address.getPort()), out, List.of());
  }

  /** Whether anything was found. */
  public boolean isKnown() {
    return !servers.isEmpty();
  }

  /** The transports that are served, those that the domain prefers first. */
  public List<Transport> transports() {
    return List.copyOf(servers.keySet());
  }

  /**
   * The addresses to try, in order: by priority, and within one priority by chance as the weights
   * say (RFC 2782); drawn anew each time.
   */
  public List<InetSocketAddress> order(Transport transport, RandomGenerator chance) {
    List<Server> left = new ArrayList<>(servers.getOrDefault(transport, List.of()));
    left.sort(Comparator.comparingInt(Server::priority).thenComparingInt(Server::weight));
    List<InetSocketAddress> out = new ArrayList<>();
    while (!left.isEmpty()) {
      Server next = drawn(left, chance);
      left.remove(next);
      out.addAll(next.addresses());
    }
    return List.copyOf(out);
  }

  /** One of those with the lowest priority. */
  private static Server drawn(List<Server> sorted, RandomGenerator chance) {
    int priority = sorted.get(0).priority();
    List<Server> equal = sorted.stream().filter(s -> s.priority() == priority).toList();
    int sum = equal.stream().mapToInt(Server::weight).sum();
    int mark = equal.size() == 1 ? 0 : chance.nextInt(sum + 1);
    for (Server server : equal) {
      mark -= server.weight();
      if (mark <= 0) {
        return server;
      }
    }
    return equal.get(equal.size() - 1);
  }

  /** Every address of every server. */
  public List<InetSocketAddress> all() {
    return servers.values().stream()
        .flatMap(List::stream)
        .flatMap(s -> s.addresses().stream())
        .distinct()
        .toList();
  }

  /** One address, to find out which of ours faces it. */
  public Optional<InetSocketAddress> any() {
    return all().stream().findFirst();
  }

  /** What was asked and answered, for a finding. */
  public String story() {
    return String.join("; ", trail.stream().map(Lookup::toString).toList());
  }
}
