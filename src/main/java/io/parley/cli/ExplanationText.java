package io.parley.cli;

import io.parley.capture.Capture;
import io.parley.explain.BrokenRule;
import io.parley.explain.ExplainedCall;
import io.parley.explain.Explanation;
import io.parley.report.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be said of a capture, as a terminal shows it: calls that did not go well in full, once
 * for all that are alike, the others in a line, and when there are very many their number.
 *
 * @param palette how words are coloured
 */
record ExplanationText(Palette palette) {
  private static final int IN_FULL = 10;
  private static final int IN_A_LINE = 40;

  /** All of it. */
  List<String> lines(Explanation e) {
    List<String> out = new ArrayList<>(List.of(overview(e)));
    if (e.calls().size() > 1) {
      out.addAll(Paragraph.of(2, "calls", new CallLine(palette).outcomes(e.calls())));
    }
    List<ExplainedCall> told = new ArrayList<>();
    Map<String, Integer> rest = new LinkedHashMap<>();
    int lines = 0;
    for (ExplainedCall call : e.calls()) {
      Optional<ExplainedCall> like = told.stream().filter(call::isLike).findFirst();
      if (like.isEmpty() && isWorthIt(call, e) && told.size() < IN_FULL) {
        told.add(call);
        out.add("");
        out.addAll(new CallText(palette).lines(call, e));
      } else if (lines++ < IN_A_LINE) {
        out.add("");
        out.add(new CallLine(palette).head(call) + shortly(call, like, e));
      } else {
        rest.merge(sort(call, like), 1, Integer::sum);
      }
    }
    rest.forEach(
        (sort, n) -> out.add(String.format(Locale.ROOT, "%n%,d more %s", n, sort).strip()));
    return out;
  }

  private static boolean isWorthIt(ExplainedCall call, Explanation e) {
    // Where it was refused further on, that call tells why.
    return call.failed() && (!call.leg().refusedOn() || e.calls().size() == 1)
        || e.named() && !call.broken().isEmpty()
        || e.calls().size() == 1;
  }

  private static String sort(ExplainedCall call, Optional<ExplainedCall> like) {
    return like.map(l -> "as call " + l.call().number())
        .orElse(call.failed() ? "that failed" : "that did not fail");
  }

  private static String overview(Explanation e) {
    Capture c = e.capture();
    long onward = e.calls().stream().filter(x -> x.leg().cameFrom().isPresent()).count();
    String calls =
        (e.calls().size() == 1
                ? "1 call"
                : String.format(Locale.ROOT, "%,d calls", e.calls().size()))
            + (onward == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d of them the way on of another,", onward));
    return String.format(
        Locale.ROOT,
        "%s: %s in %,d %ss (%s)%s",
        c.name(),
        calls,
        c.tally().units(),
        c.kind().unit(),
        c.kind().name().toLowerCase(Locale.ROOT),
        leftOut(c.tally().leftOut()));
  }

  /** What only a larger heap holds. */
  private static String leftOut(Capture.LeftOut left) {
    if (!left.any()) {
      return "";
    }
    String finals =
        left.finals().entrySet().stream()
            .map(f -> String.format(Locale.ROOT, "%d (%,d times)", f.getKey(), f.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "; %,d INVITEs after those did not fit into memory and were counted only, answered %s. Cut the"
            + " capture (editcap), or give Java more: PARLEY_JAVA_OPTS=-Xmx2g",
        left.invites(),
        finals.isEmpty() ? "by nothing" : finals);
  }

  private static String shortly(ExplainedCall call, Optional<ExplainedCall> like, Explanation e) {
    String broken =
        e.toThePoint(call).stream()
            .map(BrokenRule::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return like.map(l -> ", as call " + l.call().number())
        .orElse((broken.isEmpty() ? "" : "; breaks " + broken) + ended(call) + legs(call));
  }

  /** What a CANCEL or BYE says of itself, where it says anything. */
  private static String ended(ExplainedCall call) {
    return call.releases().stream()
        .filter(r -> r.in().matches("[A-Z]+"))
        .map(r -> "; " + r.in() + ": " + Visible.line(r.reading()))
        .collect(Collectors.joining());
  }

  private static String legs(ExplainedCall call) {
    return call.leg().remarks().stream()
        .map(r -> "\n  legs        " + r)
        .collect(Collectors.joining());
  }
}
