package io.parley.target;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who answers behind an SBC that we bring along: our callees, or a program that is not ours, a
 * phone on this machine for example.
 *
 * @param real where that program listens; empty = our callees
 */
public record LabFarEnd(Optional<InetSocketAddress> real) {
  /** Our callees. */
  public static final LabFarEnd OURS = new LabFarEnd(Optional.empty());

  private static final Target.Limits UNHURRIED =
      new Target.Limits(64, 0, Duration.ofSeconds(30), List.of());

  /**
   * What stands behind {@code @} in the name of a target.
   *
   * @param text {@code host:port} on this machine; those SBCs listen on loopback only and reach
   *     nothing else
   * @throws UnusableTargetException when it is something else
   */
  static LabFarEnd parse(String target, String text) {
    Optional<InetSocketAddress> at =
        HostAndPort.parse(text)
            .flatMap(HostAndPort::resolve)
            .filter(a -> a.getAddress().isLoopbackAddress())
            .filter(a -> a.getAddress().getAddress().length == 4 && a.getPort() > 0);
    if (at.isEmpty()) {
      throw new UnusableTargetException(
          List.of(
              "--target "
                  + target
                  + ": expected behind @ the IPv4 loopback address and port of the far end, for"
                  + " example 127.0.0.1:5062, found '"
                  + text
                  + "'"));
    }
    return new LabFarEnd(at);
  }

  /** Who that is. */
  public Target.FarEnd who() {
    return real.isPresent() ? Target.FarEnd.REAL : Target.FarEnd.PARLEY;
  }

  /**
   * Where accepted calls go.
   *
   * @param callee where our callees listen
   */
  public InetSocketAddress at(InetSocketAddress callee) {
    return real.orElse(callee);
  }

  /** How a call that went there is found again; a call to somebody else cannot be. */
  public Optional<Correlation> correlation() {
    return real.isPresent() ? Optional.empty() : Optional.of(LabNumbers.correlation());
  }

  /** What may be asked of it: a phone is not burdened with what our callees bear. */
  public Target.Limits limits() {
    return real.isPresent() ? SideReader.CAREFUL : UNHURRIED;
  }
}
