package io.parley.explain;

import io.parley.capture.Capture;
import java.util.List;

/**
 * What is to be said of a capture.
 *
 * @param capture what was read
 * @param profiles by which it was judged, by name
 * @param named whether the user chose them
 * @param calls its calls in order; at least one
 */
public record Explanation(
    Capture capture, List<String> profiles, boolean named, List<ExplainedCall> calls) {

  /** Whether a call did not go well, or one breaks a rule of a profile that the user named. */
  public boolean objects() {
    return calls.stream().anyMatch(c -> c.failed() || named && !c.broken().isEmpty());
  }

  /** The first call that did not go well, else the first. */
  public ExplainedCall telling() {
    return calls.stream().filter(ExplainedCall::failed).findFirst().orElse(calls.get(0));
  }

  /** The first call that went well, else the first. */
  public ExplainedCall working() {
    return calls.stream().filter(c -> !c.failed()).findFirst().orElse(calls.get(0));
  }
}
