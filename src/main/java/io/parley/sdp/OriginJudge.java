package io.parley.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges a description against the one that the same side gave before in the session (RFC 3264 §8):
 * the {@code o=} line is the same but for its version, which rises by one with every change.
 */
public final class OriginJudge {
  private static final String WHERE = " (RFC 3264 §8)";
  private static final int FIELDS = 6;
  private static final int VERSION = 2;

  private final Sdp earlier;
  private final Sdp later;
  private final List<Violation> found = new ArrayList<>();

  private OriginJudge(Sdp earlier, Sdp later) {
    this.earlier = earlier;
    this.later = later;
  }

  /** What breaks a rule, and what is only odd; nothing where an {@code o=} cannot be read. */
  public static List<Violation> judge(Sdp earlier, Sdp later) {
    OriginJudge judge = new OriginJudge(earlier, later);
    Optional<SdpLine> before = origin(earlier);
    Optional<SdpLine> after = origin(later);
    if (before.isPresent() && after.isPresent()) {
      judge.session(before.get(), after.get());
    }
    return judge.found;
  }

  private static Optional<SdpLine> origin(Sdp sdp) {
    return sdp.sessionLines().stream()
        .filter(l -> l.type() == 'o' && SdpSession.read(l).isPresent())
        .filter(l -> fields(l).length == FIELDS)
        .findFirst();
  }

  private static String[] fields(SdpLine line) {
    return line.value().strip().split("\\s+");
  }

  private void session(SdpLine before, SdpLine after) {
    if (!Arrays.equals(fixed(before), fixed(after))) {
      violation(before, after, "the same session as before, " + before, "" + after, true);
      return;
    }
    long was = SdpSession.read(before).orElseThrow().version();
    long is = SdpSession.read(after).orElseThrow().version();
    if (is == was && isChanged()) {
      violation(
          before,
          after,
          "version " + (was + 1) + " in o=, since the description changed",
          "version " + is + " again",
          true);
    } else if (is < was) {
      violation(before, after, "version " + was + " or the next in o=", "version " + is, true);
    } else if (is > was + 1) {
      // Many implementations count the time: the change is seen all the same.
      violation(before, after, "version " + (was + 1) + " in o=", "version " + is, false);
    }
  }

  private static String[] fixed(SdpLine line) {
    String[] field = fields(line);
    field[VERSION] = "";
    return field;
  }

  private boolean isChanged() {
    return !texts(earlier).equals(texts(later));
  }

  private static List<String> texts(Sdp sdp) {
    return sdp.lines().stream().map(SdpLine::text).filter(t -> !t.startsWith("o=")).toList();
  }

  private void violation(
      SdpLine before, SdpLine after, String expected, String actual, boolean binding) {
    found.add(new Violation(after.number(), before.number(), expected + WHERE, actual, binding));
  }
}
