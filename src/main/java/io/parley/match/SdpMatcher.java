package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.SdpExpectation;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SDP expectation against the body of a message: its first audio stream. */
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
    MessageLines lines = new MessageLines(message);
    boolean there = message.hasSdp();
    if (!expected.present()) {
      return List.of(
          there
              ? off(expected, "no SDP " + as.words(), lines.body(1), "there is one", MISSING)
              : Row.met("no SDP " + as.words(), 0));
    }
    if (!there) {
      return List.of(off(expected, "an SDP " + as.words(), 0, withoutSdp(message), MISSING));
    }
    return present(expected, as, Sdp.of(message.body()), lines, context);
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
    Optional<Media> audio = sdp.audio();
    if (audio.isPresent()) {
      rows.addAll(new StreamMatcher(expected, audio.get(), lines, context).rows());
    } else if (asksOfStream(expected)) {
      rows.add(off(expected, "an audio stream", 0, "there is no m=audio", MISSING));
    }
    return rows;
  }

  private static boolean asksOfStream(SdpExpectation e) {
    return e.codecs().isPresent()
        || e.srtp().isPresent()
        || e.ice().isPresent()
        || e.address().isPresent()
        || e.direction().isPresent()
        || e.ptime().isPresent()
        || e.rtcpMux().isPresent();
  }

  private static Row off(
      SdpExpectation expected, String asked, int line, String actual, int weight) {
    return Row.off(FindingKind.SDP, expected.at(), asked, line, actual, weight);
  }
}
