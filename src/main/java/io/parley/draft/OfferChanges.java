package io.parley.draft;

import io.parley.model.LineSelector;
import io.parley.model.SdpMutation;
import io.parley.sdp.Mutations;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
      int last = at.media().size();
      Optional<String> in = last > 1 ? Optional.of(Integer.toString(last)) : Optional.empty();
      return apply(new SdpMutation.Append(text(goal.get(n)), in));
    }
    String line = now.get(n);
    boolean needed = rest(goal, n).stream().anyMatch(g -> SameLine.is(g, line));
    boolean comes =
        n < goal.size() && rest(now, n).stream().anyMatch(l -> SameLine.is(l, goal.get(n)));
    Optional<LineSelector> selector = selector(now, n);
    if (selector.isEmpty()) {
      return false;
    }
    return apply(change(selector.get(), needed, comes, n));
  }

  private SdpMutation change(LineSelector at, boolean needed, boolean comes, int n) {
    if (n < goal.size() && !comes) {
      String text = text(goal.get(n));
      return needed
          ? new SdpMutation.Insert(Optional.of(at.line()), Optional.empty(), text, at.in())
          : new SdpMutation.Replace(at.line(), text, at.in(), at.nth());
    }
    return new SdpMutation.Drop(at.line(), at.in(), at.nth());
  }

  /** What follows in the same part, and the line that begins the next one. */
  private static List<String> rest(List<String> lines, int from) {
    int to = Math.min(from + 1, lines.size());
    while (to < lines.size() && !lines.get(to).startsWith("m=")) {
      to++;
    }
    return from >= lines.size() ? List.of() : lines.subList(from, Math.min(to + 1, lines.size()));
  }

  /** The shortest beginning that only this line has, of all or in its part. */
  private static Optional<LineSelector> selector(List<String> lines, int index) {
    long part = lines.subList(0, index + 1).stream().filter(l -> l.startsWith("m=")).count();
    int from = index;
    while (from > 0 && part > 0 && !lines.get(from).startsWith("m=")) {
      from--;
    }
    List<String> own = lines.subList(part == 0 ? 0 : from, lines.size());
    List<String> ofPart = own.subList(0, Math.max(1, rest(own, 0).size()));
    return start(lines, lines.get(index))
        .map(LineSelector::of)
        .or(
            () ->
                start(ofPart, lines.get(index))
                    .map(
                        s ->
                            new LineSelector(
                                s,
                                Optional.of(part == 0 ? "session" : Long.toString(part)),
                                OptionalInt.empty())));
  }

  private static Optional<String> start(List<String> lines, String line) {
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
