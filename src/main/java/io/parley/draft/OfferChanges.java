package io.parley.draft;

import io.parley.model.SdpMutation;
import io.parley.sdp.Mutations;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the mutations that make one SDP of another. Belongs to one thread. */
final class OfferChanges {
  private final List<String> goal;
  private final List<SdpMutation> found = new ArrayList<>();
  private Sdp at;

  private OfferChanges(Sdp from, Sdp goal) {
    this.at = from;
    this.goal = goal.lines().stream().map(SdpLine::text).toList();
  }

  /**
   * The mutations; keys and session ids count as equal, since each call has its own.
   *
   * @return empty where mutations cannot say it
   */
  static Optional<List<SdpMutation>> between(Sdp from, Sdp goal) {
    OfferChanges edits = new OfferChanges(from, goal);
    // Each round settles one line of the goal, and one that is too many at its end.
    int rounds = from.lines().size() + goal.lines().size();
    for (int i = 0; i <= rounds; i++) {
      if (edits.isThere()) {
        return Optional.of(List.copyOf(edits.found));
      }
      if (!edits.step()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<String> now() {
    return at.lines().stream().map(SdpLine::text).toList();
  }

  private boolean isThere() {
    return now().size() == goal.size() && same(now(), goal) == goal.size();
  }

  /** How many lines agree from the top. */
  private static int same(List<String> a, List<String> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && SameLine.is(a.get(n), b.get(n))) {
      n++;
    }
    return n;
  }

  /** One change at the first line that is not as it is to be. */
  private boolean step() {
    List<String> now = now();
    int n = same(now, goal);
    if (n == now.size()) {
      return apply(new SdpMutation.Append(text(goal.get(n))));
    }
    String line = now.get(n);
    boolean needed =
        n < goal.size()
            && goal.subList(n, goal.size()).stream().anyMatch(g -> SameLine.is(g, line));
    boolean comes =
        n < goal.size()
            && now.subList(n, now.size()).stream().anyMatch(l -> SameLine.is(l, goal.get(n)));
    Optional<String> selector = selector(now, n);
    if (selector.isEmpty()) {
      return false;
    }
    if (needed && !comes) {
      return apply(new SdpMutation.Insert(selector.get(), text(goal.get(n))));
    }
    if (n < goal.size() && !comes) {
      return apply(new SdpMutation.Replace(selector.get(), text(goal.get(n))));
    }
    return apply(new SdpMutation.Drop(selector.get()));
  }

  /** The shortest beginning that only this line has. */
  private static Optional<String> selector(List<String> lines, int index) {
    String line = lines.get(index);
    int colon = line.indexOf(':');
    int space = line.indexOf(' ');
    return Stream.of(2, colon + 1, space + 1, line.length())
        .filter(length -> length >= 2 && length <= line.length())
        .map(length -> line.substring(0, length))
        .filter(start -> lines.stream().filter(l -> l.startsWith(start)).count() == 1)
        .map(OfferChanges::text)
        .findFirst();
  }

  private boolean apply(SdpMutation mutation) {
    try {
      at = Mutations.apply(at, List.of(mutation));
      found.add(mutation);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** One char a byte, as SDP is read, to text as people write it. */
  private static String text(String line) {
    return WireText.of(line);
  }
}
