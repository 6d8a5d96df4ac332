package io.parley.serve;

import io.parley.diagnosis.RuleAdvice;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A broken rule as a finding: what was expected, what was found and where, what to change. */
final class RuleFinding {
  private static final Pattern FAULT = Pattern.compile("(?s)expected (.*), found:? (.*)");

  private RuleFinding() {}

  static Finding of(Objection o) {
    Matcher m = FAULT.matcher(o.found());
    boolean parts = m.matches();
    String expected = o.rule() + ": " + (parts ? m.group(1) : "a call that it takes");
    String actual = (parts ? m.group(2) : o.found()) + o.place().map(p -> "; " + p).orElse("");
    String cause =
        o.change().map(c -> c.cause() + ". ").orElse("")
            + o.says().map(s -> "The far end: " + s + " ").orElse("")
            + "("
            + o.source()
            + ")";
    return new Finding(
        FindingKind.RULE,
        Optional.empty(),
        expected,
        actual,
        Optional.empty(),
        o.change().map(RuleAdvice::name),
        Optional.of(cause),
        o.change().map(RuleAdvice::next),
        o.change().map(RuleAdvice::owner));
  }
}
