package io.parley.target;

import io.parley.model.Capability;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of a far end beside its usual one, all of them played by us: trunks of two servers,
 * as providers have several (Teams sip, sip2 and sip3, Zoom pairs of them). An SBC goes from one to
 * the next (RFC 3261 §21.5.4) and keeps asking them with OPTIONS. They have numbers of their own,
 * so that what happens to them disturbs no other call.
 *
 * @param second where the second server of every trunk listens; port 0 = any; empty = there is no
 *     such trunk
 * @param trunks each for one case at a time
 * @param interval at most so long between two OPTIONS of the SBC to a server; zero = it sends none
 * @param unanswered so many OPTIONS to a silent server, and it is out of service
 * @param answered so many that are answered, and it is back in service
 */
public record FarEndServers(
    Optional<InetSocketAddress> second,
    List<Trunk> trunks,
    Duration interval,
    int unanswered,
    int answered) {
  /** The usual server is the only one. */
  public static final FarEndServers NONE =
      new FarEndServers(Optional.empty(), List.of(), Duration.ZERO, 0, 0);

  /**
   * A trunk of two servers.
   *
   * @param number what leads to it
   * @param first where its first server listens; port 0 = any
   */
  public record Trunk(String number, InetSocketAddress first) {}

  /** What an SBC can do that knows them. */
  public Set<Capability> capabilities() {
    Set<Capability> out = EnumSet.noneOf(Capability.class);
    if (!trunks.isEmpty()) {
      out.add(Capability.FAILOVER);
    }
    if (!interval.isZero()) {
      out.add(Capability.FAR_END_MONITORED);
    }
    return out;
  }

  /**
   * What scenarios read as {@code ${target.…}}: its name, and the times where servers are asked.
   *
   * @param target its name
   */
  public Map<String, String> names(String target) {
    return interval.isZero()
        ? Map.of("name", target)
        : Map.of(
            "name",
            target,
            "monitor-interval",
            text(interval),
            "monitor-unanswered",
            Integer.toString(unanswered),
            "monitor-outage",
            text(interval.multipliedBy(unanswered)),
            "monitor-answered",
            Integer.toString(answered),
            "monitor-recovery",
            text(interval.multipliedBy(answered)));
  }

  private static String text(Duration time) {
    return time.toMillis() + "ms";
  }
}
