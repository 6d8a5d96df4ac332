package io.parley.compare;

import io.parley.record.Seen;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What two plays of the same case saw, trait by trait, without noise and without consequences. */
final class TraitComparison {
  private static final List<String> ABSENT = List.of(Seen.ABSENT);
  private static final String STATUS = "status";

  private final Noise noise;
  private final Seen before;
  private final Seen after;
  private final List<Difference> found = new ArrayList<>();

  TraitComparison(Noise noise, Seen before, Seen after) {
    this.noise = noise;
    this.before = before;
    this.after = after;
  }

  /** What differs, what matters most first; nothing where one of them saw nothing. */
  List<Difference> differences() {
    if (before.views().isEmpty() || after.views().isEmpty()) {
      return List.of();
    }
    Set<String> views = new TreeSet<>(before.views().keySet());
    views.addAll(after.views().keySet());
    for (String view : views) {
      Map<String, List<String>> a = before.views().get(view);
      Map<String, List<String>> b = after.views().get(view);
      if (a != null && b != null) {
        found.addAll(Consequences.without(traits(view, a, b), a, b));
      } else {
        String was = a == null ? Seen.ABSENT : "arrived";
        String is = b == null ? Seen.ABSENT : "arrived";
        found.add(new Difference(Kind.SIGNALLING, view, view, was, is));
      }
    }
    found.removeIf(this::followsArrival);
    return statusFirst();
  }

  /** Where an INVITE arrives only now, what came to that actor differs too. */
  private boolean followsArrival(Difference d) {
    String invite = d.what().replace("requests to ", Seen.INVITE);
    return !invite.equals(d.what()) && found.stream().anyMatch(f -> f.what().equals(invite));
  }

  private List<Difference> traits(
      String view, Map<String, List<String>> a, Map<String, List<String>> b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    List<Difference> out = new ArrayList<>();
    for (String name : names) {
      List<String> was = a.getOrDefault(name, ABSENT);
      List<String> is = b.getOrDefault(name, ABSENT);
      if (!was.equals(is)) {
        Set<String> from = plain(name, was);
        Set<String> to = plain(name, is);
        // A target that does now this, now that is not changed by doing only one of them.
        if (!from.containsAll(to)) {
          out.add(new Difference(Kind.of(name), view, name, words(from), words(to)));
        }
      }
    }
    return out;
  }

  private Set<String> plain(String trait, List<String> values) {
    return values.stream()
        .map(v -> v.equals(Seen.ABSENT) ? v : noise.without(trait, v))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String words(Set<String> values) {
    return String.join(" or ", values);
  }

  /** Where the call ended in another way, what came of that is left out. */
  private List<Difference> statusFirst() {
    List<Difference> out = new ArrayList<>(found);
    found.stream()
        .filter(d -> d.what().equals(STATUS) && d.where().equals(Seen.RESPONSE))
        .findFirst()
        .ifPresent(
            status ->
                out.removeIf(
                    d ->
                        d != status
                            && (ofAnotherClass(status)
                                ? d.kind() != Kind.REASON && d.kind() != Kind.WARNING
                                : follows(d))));
    out.sort(java.util.Comparator.comparing(Difference::kind).thenComparing(Difference::where));
    return out;
  }

  private static boolean ofAnotherClass(Difference status) {
    return status.from().charAt(0) != status.to().charAt(0);
  }

  private static boolean follows(Difference d) {
    return d.kind() == Kind.PHRASE || d.kind() == Kind.SIGNALLING || d.kind() == Kind.HANG_UP;
  }
}
