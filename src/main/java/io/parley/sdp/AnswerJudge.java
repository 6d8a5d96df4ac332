package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges an answer against the offer it answers (RFC 3264 §6 and §8, RFC 4568 §5.1). What is legal
 * for that offer is not reported: {@code inactive} to {@code inactive}, port 0 for a video stream,
 * any format in a rejected line.
 */
public final class AnswerJudge {
  private final Sdp offer;
  private final Sdp answer;
  private final List<Violation> found = new ArrayList<>();

  private AnswerJudge(Sdp offer, Sdp answer) {
    this.offer = offer;
    this.answer = answer;
  }

  /**
   * Judges the body of a 2xx to an INVITE with an offer.
   *
   * @param offer the offer
   * @param answer the answer; empty = the response had no SDP
   * @return what breaks a rule, and what is only odd ({@link Violation#binding} false), by line
   */
  public static List<Violation> judge(Sdp offer, Optional<Sdp> answer) {
    if (answer.filter(a -> !a.lines().isEmpty()).isEmpty()) {
      return List.of(
          new Violation(
              0, 0, "an SDP answer in the 2xx (RFC 3261 §13.2.1)", "a response without SDP", true));
    }
    AnswerJudge judge = new AnswerJudge(offer, answer.get());
    judge.grammar();
    judge.streams();
    judge.audioLeft();
    return judge.found.stream()
        .sorted(java.util.Comparator.comparingInt(Violation::answerLine))
        .toList();
  }

  /** Judges an answer that is there. */
  public static List<Violation> judge(Sdp offer, Sdp answer) {
    return judge(offer, Optional.of(answer));
  }

  /**
   * Whether a stream that the answer takes cannot be keyed: a tag that was not offered, another
   * suite, no usable key (RFC 4568 §5.1.3).
   */
  public static List<Violation> keys(Sdp offer, Sdp answer) {
    List<Violation> out = new ArrayList<>();
    for (int i = 0; i < Math.min(offer.media().size(), answer.media().size()); i++) {
      if (!answer.media().get(i).isRejected()) {
        out.addAll(KeyJudge.judge(offer.media().get(i), answer.media().get(i)));
      }
    }
    return out;
  }

  private void grammar() {
    for (SdpFault fault : answer.faults()) {
      if (!fault.tolerable()) {
        found.add(new Violation(fault.line(), 0, "a valid SDP (RFC 3264 §5)", fault.words(), true));
      }
    }
  }

  private void streams() {
    int offered = offer.media().size();
    int answered = answer.media().size();
    if (offered != answered) {
      found.add(
          new Violation(
              answered > offered ? answer.media().get(offered).line().number() : 0,
              0,
              "as many m= lines as offered, " + offered + " (RFC 3264 §6)",
              Integer.toString(answered),
              true));
    }
    for (int i = 0; i < Math.min(offered, answered); i++) {
      found.addAll(StreamJudge.judge(offer.media().get(i), answer.media().get(i)));
    }
  }

  private void audioLeft() {
    boolean asked = offer.media().stream().anyMatch(AnswerJudge::isLiveAudio);
    if (asked && answer.media().stream().noneMatch(AnswerJudge::isLiveAudio)) {
      int line =
          answer.media().stream()
              .filter(m -> m.kind().equals("audio"))
              .findFirst()
              .map(m -> m.line().number())
              .orElse(0);
      found.add(
          new Violation(
              line,
              offer.audio().get().line().number(),
              "an audio stream that is taken, or the call refused (RFC 6337 §3)",
              "every audio stream has port 0 or is gone",
              true));
    }
  }

  private static boolean isLiveAudio(Media media) {
    return media.kind().equals("audio") && !media.isRejected();
  }
}
