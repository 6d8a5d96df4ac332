package io.parley.sdp;

import io.parley.model.LineSelector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the lines of an SDP that a selector means. */
final class SelectedLines {
  private SelectedLines() {}

  /**
   * The indexes of the lines, from 0, in order.
   *
   * @param what the change, for the message
   * @throws IllegalArgumentException when there is no such line
   */
  static Set<Integer> of(Sdp sdp, String what, LineSelector selector) {
    List<SdpLine> lines = sdp.lines();
    Set<Integer> part = new LinkedHashSet<>(part(sdp, what, selector));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean meant =
          selector.isNumber()
              ? Integer.parseInt(selector.line()) == i + 1
              : lines.get(i).text().startsWith(Mutations.wire(selector.line()));
      if (meant && part.contains(i)) {
        found.add(i);
      }
    }
    int nth = selector.nth().orElse(0);
    if (found.isEmpty() || nth > found.size()) {
      throw missing(sdp, what, selector, found.size());
    }
    return new LinkedHashSet<>(nth > 0 ? List.of(found.get(nth - 1)) : found);
  }

  /** The indexes of the part that the selector names. */
  private static List<Integer> part(Sdp sdp, String what, LineSelector selector) {
    int session = sdp.sessionLines().size();
    if (selector.in().isEmpty()) {
      return range(0, sdp.lines().size());
    }
    if (selector.in().get().equals("session")) {
      return range(0, session);
    }
    int stream = StreamEdits.index(sdp, what, selector.in().get());
    int from =
        session + sdp.media().subList(0, stream).stream().mapToInt(SelectedLines::size).sum();
    return range(from, from + size(sdp.media().get(stream)));
  }

  private static int size(Media media) {
    return media.lines().size();
  }

  private static List<Integer> range(int from, int to) {
    return java.util.stream.IntStream.range(from, to).boxed().toList();
  }

  private static IllegalArgumentException missing(
      Sdp sdp, String what, LineSelector selector, int found) {
    String why =
        found > 0
            ? "only " + found + " such"
            : selector.isNumber()
                ? "the SDP has " + sdp.lines().size() + " lines"
                : "no line of the SDP starts so"
                    + (selector.in().isPresent() ? " there" : "")
                    + ". Select one of: "
                    + sdp.lines().stream().map(SelectedLines::shortForm).distinct().toList();
    return new IllegalArgumentException("mutate: " + what + " " + selector + ": " + why);
  }

  private static String shortForm(SdpLine line) {
    int end = line.text().indexOf(':');
    return line.type() == 'a' && end > 0
        ? line.text().substring(0, end)
        : line.text().substring(0, Math.min(2, line.text().length()));
  }
}
