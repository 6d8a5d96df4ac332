package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.SdpExpectation;
import io.parley.model.StreamCheck;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sip.BodyPart;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SDP expectation against the body of a message. */
public final class SdpMatcher {
  private static final int MISSING = 5;

  private SdpMatcher() {}

  /**
   * Checks the SDP of a message.
   *
   * @param expected what is asked
   * @param as the key it is asked under, {@code offer} or {@code answer}
   */
  public static List<Row> match(
      SdpExpectation expected, SdpRole as, SipMessage message, SdpContext context) {
    MessageLines lines = MessageLines.around(message);
    Optional<BodyPart> part = message.sdp();
    boolean there = part.isPresent();
    if (!expected.present()) {
      return List.of(
          there
              ? off(expected, "no SDP " + as.words(), lines.body(1), "there is one", MISSING)
              : Row.met("no SDP " + as.words(), 0));
    }
    if (!there) {
      return List.of(off(expected, "an SDP " + as.words(), 0, withoutSdp(message), MISSING));
    }
    return present(expected, as, Sdp.of(part.get().bytes()), lines, context);
  }

  private static String withoutSdp(SipMessage message) {
    return message.body().length == 0
        ? "there is no body"
        : "the body is " + (message.contentType().isEmpty() ? "of no type" : message.contentType());
  }

  private static List<Row> present(
      SdpExpectation expected, SdpRole as, Sdp sdp, MessageLines lines, SdpContext context) {
    List<Row> rows = new ArrayList<>();
    boolean other = context.role() != SdpRole.UNKNOWN && as != context.role();
    String asked = "an SDP " + as.words();
    rows.add(
        other
            ? off(
                expected,
                asked,
                lines.body(1),
                "this SDP is an " + context.role().words() + " (RFC 3264 §4)",
                MISSING)
            : Row.met(asked, lines.body(1)));
    audio(expected, sdp, lines, context, rows);
    expected.streams().ifPresent(s -> rows.addAll(streams(expected, s, sdp, lines, context)));
    expected
        .lines()
        .filter(l -> !sdp.lines().isEmpty())
        .ifPresent(
            l -> {
              StreamRows anywhere = new StreamRows(expected.at(), lines, "");
              StreamMatcher.lines(l, sdp.lines(), sdp.lines().get(0), anywhere);
              rows.addAll(anywhere.rows());
            });
    return rows;
  }

  private static void audio(
      SdpExpectation expected, Sdp sdp, MessageLines lines, SdpContext context, List<Row> rows) {
    if (expected.audio().equals(StreamCheck.NOTHING)) {
      return;
    }
    Optional<Media> audio = sdp.audio();
    if (audio.isEmpty()) {
      rows.add(off(expected, "an audio stream", 0, "there is no m=audio", MISSING));
      return;
    }
    StreamRows own = new StreamRows(expected.at(), lines, "");
    rows.addAll(new StreamMatcher(expected.audio(), audio.get(), context, own).rows());
  }

  /** The streams one by one, and that there are as many. */
  private static List<Row> streams(
      SdpExpectation expected,
      List<StreamCheck> checks,
      Sdp sdp,
      MessageLines lines,
      SdpContext context) {
    List<Row> rows = new ArrayList<>();
    int found = sdp.media().size();
    String asked = checks.size() + (checks.size() == 1 ? " m= line" : " m= lines");
    rows.add(
        found == checks.size()
            ? Row.met(asked, lines.body(1))
            : off(expected, asked, lines.body(1), "found " + found, 1));
    for (int i = 0; i < Math.min(found, checks.size()); i++) {
      StreamRows own = new StreamRows(expected.at(), lines, "stream " + (i + 1) + ": ");
      rows.addAll(new StreamMatcher(checks.get(i), sdp.media().get(i), context, own).rows());
    }
    return rows;
  }

  private static Row off(
      SdpExpectation expected, String asked, int line, String actual, int weight) {
    return Row.off(FindingKind.SDP, expected.at(), asked, line, actual, weight);
  }
}
