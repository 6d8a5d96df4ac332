package io.parley.explain;

import io.parley.capture.Capture;
import java.util.List;
import java.util.Optional;

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

  /**
   * The rules that are to be told in full: those of profiles that the user named, else those of the
   * far end that the call went to. Where that is not known, rules that a quarter of all profiles
   * have, or, of a refused call that breaks none of these, any that is refused as it was.
   */
  public List<BrokenRule> toThePoint(ExplainedCall call) {
    if (named) {
      return call.broken();
    }
    if (call.farEnd().isPresent()) {
      return call.broken().stream().filter(b -> b.by().containsKey(call.farEnd().get())).toList();
    }
    List<BrokenRule> common =
        call.broken().stream().filter(b -> b.by().size() * 4 >= profiles.size()).toList();
    int status = call.invitation().status();
    return common.isEmpty() && call.invitation().refused()
        ? call.broken().stream().filter(b -> b.refusedWith(status)).toList()
        : common;
  }

  /** Whether a broken rule explains the refusal so that its code need not be explained as well. */
  public boolean isToldByRule(ExplainedCall call) {
    return toThePoint(call).stream().anyMatch(b -> b.refusedWith(call.invitation().status()));
  }

  /** The first call that did not go well, where it was refused; else the first. */
  public ExplainedCall telling() {
    ExplainedCall out =
        calls.stream().filter(ExplainedCall::failed).findFirst().orElse(calls.get(0));
    while (out.leg().refusedOn() && only(out.leg().refusedAs().getAsInt()).isPresent()) {
      out = only(out.leg().refusedAs().getAsInt()).get();
    }
    return out;
  }

  /** The first call that went well, else the first. */
  public ExplainedCall working() {
    return calls.stream().filter(c -> !c.failed()).findFirst().orElse(calls.get(0));
  }

  /** The call of that number. */
  public Optional<ExplainedCall> only(int number) {
    return calls.stream().filter(c -> c.call().number() == number).findFirst();
  }

  /** Says that there is no call of that number. */
  public String hasNot(int number) {
    return "there is no call %d in %s, which has %d"
        .formatted(number, capture.name(), calls.size());
  }
}
