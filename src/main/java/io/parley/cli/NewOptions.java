package io.parley.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/**
 * What the user asked to have written.
 *
 * @param id the scenario's id
 * @param from the capture or trace it is taken from, {@code -} for standard input
 * @param as the profile it is for
 * @param call the call of the capture that is meant, from 1
 */
record NewOptions(String id, Optional<String> from, Optional<String> as, OptionalInt call) {

  /** Reads the command line. */
  static NewOptions of(ParseResult parsed) {
    Optional<String> from = given(parsed, "--from");
    String standard = from.map(NewOptions::name).orElse("my-scenario");
    return new NewOptions(
        parsed.matchedPositionalValue(0, standard),
        from,
        given(parsed, "--as"),
        ExplainOptions.number(parsed));
  }

  private static Optional<String> given(ParseResult parsed, String option) {
    return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
  }

  /** An id from a file's name. */
  private static String name(String file) {
    String plain =
        file.replaceFirst(".*[/\\\\]", "")
            .replaceFirst("(\\.(pcap|pcapng|cap|txt|log|gz))+$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "captured-call" : plain;
  }
}
