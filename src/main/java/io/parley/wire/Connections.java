package io.parley.wire;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The connections of one port by their remote end. Those that others made are held to limits, so
 * that who connects and says nothing, or never finishes, keeps nobody else out.
 */
final class Connections {
  private final StreamLimits limits;
  private final Map<InetSocketAddress, TcpConnection> open = new ConcurrentHashMap<>();

  Connections(StreamLimits limits) {
    this.limits = limits;
  }

  /** The one to that end, if it is open; null = none. */
  TcpConnection to(InetSocketAddress remote) {
    TcpConnection c = open.get(remote);
    return c != null && c.isOpen() ? c : null;
  }

  void add(TcpConnection c) {
    open.put(c.flow().remote(), c);
  }

  boolean remove(TcpConnection c) {
    return open.remove(c.flow().remote(), c);
  }

  /** Ends all; false where there is none. */
  boolean end(Ending how) {
    boolean any = false;
    for (TcpConnection c : open.values()) {
      if (remove(c) && c.isOpen()) {
        c.end(how);
        any = true;
      }
    }
    return any;
  }

  /** Closes all and waits for their readers, at most the given time each. */
  void close(long millis) throws InterruptedException {
    for (TcpConnection c : open.values()) {
      c.close(millis);
    }
    open.clear();
  }

  /**
   * Sees to it that one more can be accepted: in the place of the oldest that has said nothing, or
   * else of the one that has been idle longest.
   *
   * @return false where there are as many as may be, and all are in use
   */
  boolean makeRoom() {
    if (open.size() < limits.connections()) {
      return true;
    }
    Optional<TcpConnection> leaves =
        idlest(p -> !p.isHeard()).or(() -> idlest(p -> p.idle() > limits.silent().toNanos()));
    leaves.ifPresent(c -> drop(c, "it says nothing, and others want to connect"));
    return leaves.isPresent();
  }

  private Optional<TcpConnection> idlest(Predicate<StreamProgress> which) {
    return open.values().stream()
        .filter(c -> c.progress().isAccepted() && which.test(c.progress()))
        .max(Comparator.comparingLong(c -> c.progress().idle()));
  }

  /** Closes what takes too long. */
  void sweep() {
    for (TcpConnection c : open.values()) {
      c.progress().overdue(limits).ifPresent(why -> drop(c, why));
    }
  }

  private void drop(TcpConnection c, String why) {
    remove(c);
    c.closeBecause(why);
  }
}
