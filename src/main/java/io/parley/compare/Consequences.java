package io.parley.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leaves out what only follows from another difference of the same message: a stream that is gone
 * has no codecs, a codec that is gone has no payload type.
 */
final class Consequences {
  private static final String STREAMS = "streams";

  private final List<Difference> all;
  private final Map<String, List<String>> before;
  private final Map<String, List<String>> after;

  private Consequences(
      List<Difference> all, Map<String, List<String>> before, Map<String, List<String>> after) {
    this.all = all;
    this.before = before;
    this.after = after;
  }

  static List<Difference> without(
      List<Difference> all, Map<String, List<String>> before, Map<String, List<String>> after) {
    return new Consequences(all, before, after).causes();
  }

  private List<Difference> causes() {
    if (all.size() < 2) {
      return all;
    }
    Set<String> streams = changedStreams();
    boolean description = isOneSided(STREAMS);
    List<Difference> out = new ArrayList<>();
    for (Difference d : all) {
      boolean follows =
          streams.stream().anyMatch(s -> d.what().startsWith(s + " "))
              || description && (d.what().startsWith("session ") || d.what().startsWith("Content-"))
              || isOneSided(d.what()) && ofCodecs(d)
              || ofSecurity(d);
      if (!follows) {
        out.add(d);
      }
    }
    return out;
  }

  /** Streams that are there, or are rejected, on one side only. */
  private Set<String> changedStreams() {
    Set<String> a = streams(before);
    Set<String> b = streams(after);
    Set<String> out = new TreeSet<>();
    a.stream().filter(s -> !b.contains(s)).forEach(out::add);
    b.stream().filter(s -> !a.contains(s)).forEach(out::add);
    Set<String> labels = new TreeSet<>();
    out.forEach(s -> labels.add(s.replace(" (port 0)", "")));
    return labels;
  }

  private static Set<String> streams(Map<String, List<String>> traits) {
    Set<String> out = new TreeSet<>();
    traits.getOrDefault(STREAMS, List.of()).forEach(v -> out.addAll(Arrays.asList(v.split(", "))));
    return out;
  }

  private boolean isOneSided(String trait) {
    return !before.containsKey(trait) || !after.containsKey(trait);
  }

  /** Number and parameters of a codec that is there on one side only. */
  private boolean ofCodecs(Difference d) {
    boolean belongs = d.kind() == Kind.PAYLOAD_TYPE || d.kind() == Kind.FMTP;
    String codec = d.what().substring(d.what().lastIndexOf(" of ") + 1);
    return belongs
        && differs(stream(d) + " codecs")
        && isOneSided(stream(d) + " payload type " + codec);
  }

  /** Keys come and go with their suites, suites with the protocol. */
  private boolean ofSecurity(Difference d) {
    String s = stream(d);
    if (d.what().endsWith(" SDES tags") || d.what().endsWith(" SDES keys")) {
      return differs(s + " SDES suites");
    }
    if (d.what().endsWith(" DTLS setup")) {
      return isOneSided(s + " DTLS fingerprint");
    }
    boolean whole = d.what().endsWith(" SDES suites") || d.what().endsWith(" DTLS fingerprint");
    return whole && isOneSided(d.what()) && differs(s + " protocol");
  }

  /** The stream that a trait belongs to. */
  private static String stream(Difference d) {
    return d.what().matches("\\S+ \\d+ .*")
        ? d.what().replaceAll("^(\\S+ \\d+) .*", "$1")
        : d.what().split(" ", 2)[0];
  }

  private boolean differs(String trait) {
    return all.stream().anyMatch(d -> d.what().equals(trait));
  }
}
