package io.parley.target;

import io.parley.profile.NumberPlan;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The further servers of the far end behind an SBC that we bring along. */
public final class LabServers {
  /** Numbers that lead to trunks of two servers. */
  public static final String REDUNDANT = "+1555010{0200..0203}";

  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final Duration NOTICE = Duration.ofMillis(1250);

  private LabServers() {}

  /**
   * Those behind an SBC that asks every 250 ms.
   *
   * @param usual where the usual server listens; the others are at the same address
   */
  static FarEndServers at(InetSocketAddress usual) {
    return at(usual, INTERVAL, NOTICE);
  }

  /** Those behind an SBC that keeps other times. */
  public static FarEndServers at(InetSocketAddress usual, Duration interval, Duration notice) {
    InetSocketAddress any = new InetSocketAddress(usual.getAddress(), 0);
    List<FarEndServers.Trunk> trunks =
        NumberPlan.expand(REDUNDANT).stream()
            .map(number -> new FarEndServers.Trunk(number, any))
            .toList();
    return new FarEndServers(Optional.of(any), trunks, interval, notice);
  }
}
