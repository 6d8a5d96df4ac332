package io.parley.target;

import io.parley.dns.Location;
import io.parley.model.SourcePosition;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.net.InetSocketAddress;
import java.util.Collection;

/** A target that is not on this machine must say which numbers may be dialled. */
final class Limitless {
  /** The line a user is told to add. */
  static final String LINE = "limits: { dial: ['+1555*'] }";

  private Limitless() {}

  static void check(
      TargetFile file, Collection<Location> locations, Target.Limits limits, Problems problems) {
    boolean remote =
        locations.stream()
            .flatMap(l -> l.all().stream())
            .anyMatch(a -> !a.getAddress().isLoopbackAddress());
    check(remote, file.limits().map(Located::at).orElse(file.at()), limits, problems);
  }

  /** The same for where calls of the far end go. */
  static void check(
      SourcePosition at, InetSocketAddress place, Target.Limits limits, Problems problems) {
    check(!place.getAddress().isLoopbackAddress(), at, limits, problems);
  }

  private static void check(
      boolean remote, SourcePosition at, Target.Limits limits, Problems problems) {
    if (remote && limits.dial().isEmpty()) {
      problems.add(
          at,
          "limits.dial is missing: a target that is not on this machine may only be given numbers that"
              + " are listed",
          "Add the line: " + LINE + " with the numbers of your lab.");
    }
  }
}
