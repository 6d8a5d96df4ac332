package io.parley.record;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One play of a case, for the statistics of its response times.
 *
 * @param verdict how it ended
 * @param status the final response to its first INVITE, or first request
 * @param provisional milliseconds from that request to the first provisional response
 * @param answered milliseconds from that request to its final response
 */
public record Play(
    Verdict verdict, OptionalInt status, OptionalDouble provisional, OptionalDouble answered) {

  /** One play of a case. */
  public static Play of(CaseResult result) {
    FirstCall call = new FirstCall(result.transcript());
    OptionalInt status = call.answer().map(e -> e.message().status()).orElse(OptionalInt.empty());
    return new Play(result.verdict(), status, call.provisionalMs(), call.answeredMs());
  }
}
