package io.parley.sdp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One place where an answer breaks the rules for the offer it answers.
 *
 * @param answerLine 1-based line of the answer; 0 = the whole answer
 * @param offerLine 1-based line of the offer that it concerns; 0 = none
 * @param expected what the rules ask for, with the section
 * @param actual what the answer says
 * @param binding whether a rule is broken; false = allowed but odd, to be noted and not to be
 *     counted against the answerer
 */
public record Violation(
    int answerLine, int offerLine, String expected, String actual, boolean binding) {

  /** What stands beside the lines of the answer, for {@link Sdp#marked}. */
  public static Map<Integer, String> remarks(List<Violation> violations) {
    Map<Integer, String> out = new TreeMap<>();
    violations.forEach(
        v -> out.merge(v.answerLine(), "expected " + v.expected(), (a, b) -> a + "; " + b));
    return out;
  }

  /** {@code line 5 of the answer: expected …, found …}. */
  @Override
  public String toString() {
    return (answerLine == 0 ? "answer" : "line " + answerLine + " of the answer")
        + ": expected "
        + expected
        + ", found "
        + actual;
  }
}
