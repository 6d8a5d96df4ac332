package io.parley.explain;

import io.parley.profile.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A failing call held against a working one. Tags, branches, keys, ports and identifiers, which
 * always differ, are left out.
 *
 * @param failing the failing call
 * @param working the working call
 * @param differences what matters most first
 */
public record Comparison(
    ExplainedCall failing, ExplainedCall working, List<Difference> differences) {
  private static final String ABSENT = "absent";

  /** Compares two calls. */
  public static Comparison of(ExplainedCall failing, ExplainedCall working) {
    Traits first = traits(failing);
    Traits second = traits(working);
    Set<Traits.Key> keys = new LinkedHashSet<>(first.values().keySet());
    keys.addAll(second.values().keySet());
    List<Condition> suspects =
        suspects(failing, working).stream().map(b -> b.leading().rule().condition()).toList();
    List<String> order = suspects.stream().map(Condition::label).toList();
    List<Difference> out = new ArrayList<>();
    for (Traits.Key key : keys) {
      String a = first.values().getOrDefault(key, ABSENT);
      String b = second.values().getOrDefault(key, ABSENT);
      if (!a.equals(b)) {
        out.add(new Difference(key.subject(), key.what(), a, b, rule(key.subject(), suspects)));
      }
    }
    out.sort(
        Comparator.<Difference>comparingInt(d -> d.rule().map(order::indexOf).orElse(order.size()))
            .thenComparing(Difference::subject));
    return new Comparison(failing, working, List.copyOf(out));
  }

  private static Traits traits(ExplainedCall call) {
    Traits out = new Traits();
    OfferTraits.add(call.offer(), out);
    RequestTraits.add(call.invitation().request(), out);
    CourseTraits.add(call.invitation(), out);
    return out;
  }

  /** The rules that only the failing call breaks, the one that matters most first. */
  public List<BrokenRule> suspects() {
    return suspects(failing, working);
  }

  /** The names of the rules that both break, so that they are not what differs. */
  public List<String> brokenByBoth() {
    List<String> own = suspects().stream().map(BrokenRule::name).toList();
    return failing.broken().stream()
        .map(BrokenRule::name)
        .filter(n -> !own.contains(n))
        .distinct()
        .toList();
  }

  private static List<BrokenRule> suspects(ExplainedCall failing, ExplainedCall working) {
    Set<String> also = working.broken().stream().map(BrokenRule::name).collect(Collectors.toSet());
    return failing.broken().stream().filter(b -> !also.contains(b.name())).toList();
  }

  private static Optional<String> rule(Subject subject, List<Condition> suspects) {
    return suspects.stream().filter(subject::concerns).findFirst().map(Condition::label);
  }
}
