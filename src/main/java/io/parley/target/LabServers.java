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

  /** How often the embedded SBC asks. */
  static final Duration ASKED = Duration.ofMillis(300);

  private static final Duration INTERVAL = Duration.ofSeconds(3);

  /** One more than {@code Monitor} waits for: it shows that they were given up. */
  private static final int UNANSWERED = 6;

  private static final int ANSWERED = 2;

  private LabServers() {}

  /**
   * Those behind the embedded SBC.
   *
   * @param usual where the usual server listens; the others are at the same address
   */
  static FarEndServers at(InetSocketAddress usual) {
    return at(usual, INTERVAL, UNANSWERED, ANSWERED);
  }

  /** Those behind an SBC that keeps other times. */
  public static FarEndServers at(
      InetSocketAddress usual, Duration interval, int unanswered, int answered) {
    InetSocketAddress any = new InetSocketAddress(usual.getAddress(), 0);
    List<FarEndServers.Trunk> trunks =
        NumberPlan.expand(REDUNDANT).stream()
            .map(number -> new FarEndServers.Trunk(number, any))
            .toList();
    return new FarEndServers(Optional.of(any), trunks, interval, unanswered, answered);
  }
}
