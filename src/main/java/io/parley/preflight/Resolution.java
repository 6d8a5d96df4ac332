package io.parley.preflight;

import io.parley.dns.Location;
import io.parley.dns.Lookup;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.util.ArrayList;
import java.util.List;

/** What the look-up of a target's name told: the records found, and where calls go by them. */
final class Resolution {
  private Resolution() {}

  static CheckLine of(Location location) {
    String records =
        String.join(
            "; ",
            location.trail().stream()
                .filter(l -> l.found() || !location.isKnown())
                .map(Lookup::toString)
                .toList());
    return location.isKnown()
        ? CheckLine.ok("resolve", location.place() + " is " + servers(location) + " by " + records)
        : CheckLine.of(
            CheckLine.State.UNREACHABLE,
            "resolve",
            "nobody knows the name: " + records,
            "Correct 'address', or name the name server that knows it under 'local: { resolver }'.");
  }

  private static String servers(Location location) {
    List<String> out = new ArrayList<>();
    for (Transport t : location.transports()) {
      location.servers().get(t).stream()
          .flatMap(s -> s.addresses().stream())
          .forEach(a -> out.add(t.parameter() + " " + Flow.text(a)));
    }
    return String.join(", ", out);
  }
}
