package io.parley.cli;

import io.parley.run.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/**
 * What the user asked to have explained.
 *
 * @param input a file, {@code -} for standard input, or a code
 * @param as profiles to judge by; empty = all
 * @param against a capture of a call that works
 * @param call the call of the capture that is meant, from 1
 * @param json whether a program reads the answer
 */
record ExplainOptions(
    String input, List<String> as, Optional<String> against, OptionalInt call, boolean json) {

  /** Reads the command line. */
  static ExplainOptions of(ParseResult parsed) {
    return new ExplainOptions(
        parsed.matchedPositionalValue(0, ""),
        parsed.hasMatchedOption("--as")
            ? parsed.matchedOptionValue("--as", List.<String>of())
            : List.of(),
        Optional.ofNullable(parsed.matchedOptionValue("--against", (String) null)),
        number(parsed),
        parsed.hasMatchedOption("--json"));
  }

  /** The first option that says something of calls, and nothing of a code. */
  Optional<String> aboutCalls() {
    if (!as.isEmpty()) {
      return Optional.of("--as");
    }
    return against.isPresent()
        ? Optional.of("--against")
        : call.isPresent() ? Optional.of("--call") : Optional.empty();
  }

  /** The number given with {@code --call}. */
  static OptionalInt number(ParseResult parsed) {
    String text = parsed.matchedOptionValue("--call", "");
    if (text == null || text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new UsageException("--call: expected the number of a call, from 1, got '" + text + "'");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
