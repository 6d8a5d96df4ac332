package io.parley.target;

import io.parley.dns.Location;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads limits and our own side from a target file. */
final class SideReader {
  private static final int CALLS = 4;
  private static final double RATE = 5;
  private static final Duration RING = Duration.ofSeconds(30);

  private static final Pattern PER_SECOND = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*s");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s*-\\s*(\\d{1,5})");

  /** The limits of a target that says nothing: 4 calls at once, 5 a second, 30 s of ringing. */
  static final Target.Limits CAREFUL = new Target.Limits(CALLS, RATE, RING, List.of());

  private final Problems problems;

  SideReader(Problems problems) {
    this.problems = problems;
  }

  Target.Limits limits(Optional<Located<TargetFile.LimitsKeys>> keys) {
    if (keys.isEmpty()) {
      return CAREFUL;
    }
    TargetFile.LimitsKeys k = keys.get().value();
    if (k.calls().orElse(CALLS) < 1) {
      problems.add(keys.get().at(), "calls: expected at least 1, found " + k.calls().getAsInt());
    }
    return new Target.Limits(
        k.calls().orElse(CALLS), rate(k.rate()), k.ring().orElse(RING), k.dial());
  }

  private double rate(Optional<Located<String>> rate) {
    if (rate.isEmpty()) {
      return RATE;
    }
    Matcher m = PER_SECOND.matcher(rate.get().value());
    if (m.matches()) {
      return Double.parseDouble(m.group(1));
    }
    problems.add(
        rate.get().at(),
        "rate: expected calls per second such as 5/s, found '" + rate.get().value() + "'");
    return RATE;
  }

  /**
   * Our own side.
   *
   * @param listen where callees must listen; empty = anywhere
   * @param target where requests go, to find the address of ours that faces it
   */
  LocalSide local(
      Optional<TargetFile.LocalKeys> keys,
      Optional<Located<String>> listen,
      Optional<Location> target) {
    Optional<InetSocketAddress> callees = listen.flatMap(this::own);
    InetAddress bind =
        keys.flatMap(TargetFile.LocalKeys::bind)
            .flatMap(this::own)
            .map(InetSocketAddress::getAddress)
            .or(() -> callees.map(InetSocketAddress::getAddress))
            .or(() -> target.flatMap(Location::any).map(OwnAddress::facing))
            .orElseGet(InetAddress::getLoopbackAddress);
    return new LocalSide(
        bind,
        callees.orElse(new InetSocketAddress(bind, 0)),
        keys.flatMap(TargetFile.LocalKeys::advertise),
        keys.flatMap(TargetFile.LocalKeys::contactHost),
        ports(keys.flatMap(TargetFile.LocalKeys::ports)),
        keys.map(k -> k.sourcePort().orElse(0)).orElse(0));
  }

  /** An address of ours that the target does not know. */
  Optional<InetAddress> unlisted(Optional<TargetFile.LocalKeys> keys) {
    return keys.flatMap(TargetFile.LocalKeys::unlisted)
        .flatMap(this::own)
        .map(InetSocketAddress::getAddress);
  }

  private Optional<InetSocketAddress> own(Located<String> text) {
    Optional<InetSocketAddress> out = HostAndPort.parse(text.value()).flatMap(HostAndPort::resolve);
    if (out.isEmpty()) {
      problems.add(text.at(), "expected an address of this machine, found '" + text.value() + "'");
    }
    return out;
  }

  private PortRange ports(Optional<Located<String>> range) {
    if (range.isEmpty()) {
      return PortRange.USUAL;
    }
    Matcher m = RANGE.matcher(range.get().value());
    if (m.matches()) {
      int first = Integer.parseInt(m.group(1));
      int last = Integer.parseInt(m.group(2));
      if (first > 0 && first < last && last <= 65535) {
        return new PortRange(first, last);
      }
    }
    problems.add(
        range.get().at(),
        "ports: expected first-last such as 30000-30999, found '" + range.get().value() + "'");
    return PortRange.USUAL;
  }
}
