package io.parley.report;

import io.parley.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The ladder diagram of a case, before it is drawn: who takes part, and what happened from top to
 * bottom.
 *
 * @param title the scenario's title
 * @param id the case's identity
 * @param verdict how it ended
 * @param summary the verdict in words, with the time it took
 * @param lifelines from left to right: callers, the target, callees
 * @param rows from top to bottom
 * @param remarks findings that belong to no row, and notes
 */
public record Ladder(
    String title,
    String id,
    Verdict verdict,
    String summary,
    List<Lifeline> lifelines,
    List<Row> rows,
    List<String> remarks) {

  /**
   * One participant.
   *
   * @param name actor, or what the target is called
   * @param addresses the ends it used, {@code address:port}
   * @param target whether it is what is under test
   */
  public record Lifeline(String name, List<String> addresses, boolean target) {}

  /** One thing on the diagram. */
  public sealed interface Row {}

  /**
   * A message.
   *
   * @param time seconds since the first message, {@code +0.043}
   * @param from index of the sender's lifeline
   * @param to index of the receiver's lifeline
   * @param label the start line, without {@code SIP/2.0}
   * @param details what else matters of it: the SDP in short, Reason, Warning
   * @param kind how it is drawn
   * @param failure what was wrong with it; empty = nothing
   */
  public record Arrow(
      String time,
      int from,
      int to,
      String label,
      List<String> details,
      Kind kind,
      Optional<String> failure)
      implements Row {}

  /**
   * A message that should have come and did not.
   *
   * @param time when it was given up
   * @param from index of the lifeline that should have sent it
   * @param at index of the lifeline that waited
   * @param failure what was expected
   */
  public record Missing(String time, int from, int at, String failure) implements Row {}

  /** A line across all lifelines with a text: where our clean-up begins. */
  public record Divider(String text) implements Row {}

  /** What sort of message an arrow is. */
  public enum Kind {
    REQUEST,
    PROVISIONAL,
    SUCCESS,
    /** A final response of 300 and above. */
    REFUSAL,
    RETRANSMISSION,
    /** Neither request nor response as far as can be read. */
    UNREADABLE
  }

  /** The diagram of a finished case. */
  public static Ladder of(io.parley.result.CaseResult result) {
    return new LadderBuilder(result).build();
  }
}
