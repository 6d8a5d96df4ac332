package io.parley.play.agent;

import io.parley.play.dialog.Leg;
import io.parley.wire.Flow;
import io.parley.wire.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds out about a closed UDP port long before silence would be called silence. */
public final class PortProbe {
  private static final Duration AFTER = Duration.ofSeconds(1);

  private final boolean useful;
  private final Leg leg;
  private final InetAddress from;
  private final Servers servers;
  private InetSocketAddress asked;

  /**
   * Sets up the probe of one party.
   *
   * @param useful whether a closed port can be told at all: a caller over UDP
   */
  PortProbe(boolean useful, Leg leg, InetAddress from, Servers servers) {
    this.useful = useful;
    this.leg = leg;
    this.from = from;
    this.servers = servers;
  }

  /** When it is time to ask; empty when that is known or not in question. */
  public Optional<Instant> at() {
    boolean open =
        useful
            && !servers.current().equals(asked)
            && leg.own().invite().isPresent()
            && !leg.own().heard();
    return open ? Optional.of(leg.own().since().plus(AFTER)) : Optional.empty();
  }

  /** Asks with a connected socket; the bad news, if any. */
  public Optional<String> ask() {
    InetSocketAddress target = servers.current();
    asked = target;
    Probe.Finding found = Probe.udp(from, target, Duration.ofMillis(100));
    return found == Probe.Finding.OPEN_OR_SILENT
        ? Optional.empty()
        : Optional.of(
            found.words() + " at udp " + Flow.text(target) + "; is the target running there?");
  }
}
