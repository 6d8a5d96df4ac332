package io.parley.sdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where an SDP breaks the grammar of RFC 8866 §5 and §9. */
final class SdpGrammar {
  /** Types in the order they must come; those of one rank may mix (time and repeat lines). */
  private static final List<String> SESSION_ORDER =
      List.of("v", "o", "s", "i", "u", "e", "p", "c", "b", "tr", "z", "k", "a");

  private static final List<String> MEDIA_ORDER = List.of("m", "i", "c", "b", "k", "a");

  /** Types that may come once in the session part. */
  private static final String ONCE_IN_SESSION = "vosiuczk";

  private static final String ONCE_IN_MEDIA = "mik";

  private final Sdp sdp;
  private final List<SdpFault> faults = new ArrayList<>();

  private SdpGrammar(Sdp sdp) {
    this.sdp = sdp;
  }

  static List<SdpFault> check(Sdp sdp) {
    SdpGrammar grammar = new SdpGrammar(sdp);
    if (sdp.lines().isEmpty()) {
      return List.of(new SdpFault(0, "the body is empty", false));
    }
    grammar.lineEnds();
    sdp.lines().forEach(l -> LineGrammar.check(l).forEach(grammar.faults::add));
    grammar.mandatory();
    grammar.order(sdp.sessionLines(), SESSION_ORDER, ONCE_IN_SESSION);
    for (Media media : sdp.media()) {
      grammar.order(media.lines(), MEDIA_ORDER, ONCE_IN_MEDIA);
      MediaGrammar.check(media).forEach(grammar.faults::add);
    }
    return grammar.faults.stream()
        .sorted(Comparator.comparingInt(SdpFault::line))
        .distinct()
        .toList();
  }

  private void lineEnds() {
    sdp.lines().stream()
        .filter(l -> l.end().equals("\n"))
        .findFirst()
        .ifPresent(
            l ->
                tolerable(
                    l, "ends with LF instead of CRLF (RFC 8866 §5: to be accepted all the same)"));
    SdpLine last = sdp.lines().get(sdp.lines().size() - 1);
    if (last.end().isEmpty()) {
      tolerable(last, "the last line has no line end (RFC 8866 §9)");
    }
  }

  private void mandatory() {
    SdpLine first = sdp.lines().get(0);
    if (first.type() != 'v') {
      faults.add(new SdpFault(1, "v=0 must be the first line (RFC 8866 §5.1)", false));
    }
    require('o', "o= is missing (RFC 8866 §5.2)");
    require('s', "s= is missing (RFC 8866 §5.3)");
    require('t', "t= is missing (RFC 8866 §5.9)");
  }

  private void require(char type, String words) {
    if (sdp.sessionLines().stream().noneMatch(l -> l.type() == type)) {
      faults.add(new SdpFault(0, words, false));
    }
  }

  private void order(List<SdpLine> lines, List<String> order, String once) {
    Map<Character, SdpLine> seen = new HashMap<>();
    int highest = -1;
    for (SdpLine line : lines) {
      int rank = rank(order, line.type());
      if (rank < 0) {
        misplaced(line);
        continue;
      }
      SdpLine earlier = seen.putIfAbsent(line.type(), line);
      if (earlier != null && once.indexOf(line.type()) >= 0) {
        fault(line, line.type() + "= again, first in line " + earlier.number() + " (RFC 8866 §5)");
      } else if (rank < highest) {
        fault(
            line,
            line.type() + "= must come before " + order.get(highest).charAt(0) + "= (RFC 8866 §5)");
      }
      highest = Math.max(highest, rank);
    }
  }

  /** A type that exists but not in this part; unknown types are the line's own fault. */
  private void misplaced(SdpLine line) {
    if (rank(SESSION_ORDER, line.type()) >= 0) {
      fault(line, line.type() + "= does not belong in a media section (RFC 8866 §5)");
    }
  }

  private static int rank(List<String> order, char type) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).indexOf(type) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void fault(SdpLine line, String words) {
    faults.add(new SdpFault(line.number(), words, false));
  }

  private void tolerable(SdpLine line, String words) {
    faults.add(new SdpFault(line.number(), words, true));
  }
}
