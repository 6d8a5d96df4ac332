package io.parley.cli;

import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import io.parley.wire.Transport;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/** Turns a parsed command line into what the user asked for. */
final class RunOptions {
  private static final String EMBEDDED = "embedded";

  private final ParseResult parsed;

  RunOptions(ParseResult parsed) {
    this.parsed = parsed;
  }

  /** Everything {@code run} needs. */
  RunRequest request() {
    RunRequest.Output output =
        new RunRequest.Output(
            path(value("--out", "reports")),
            !given("--no-html"),
            given("--keep-secrets"),
            given("--mask-numbers"),
            pairs("--label"));
    return new RunRequest(
        selection(),
        target(),
        transport(),
        workers(),
        given("--fail-fast"),
        given("--strict-inferred"),
        !given("--no-check"),
        output);
  }

  /** Which cases. */
  RunRequest.Selection selection() {
    List<String> paths = parsed.matchedPositionalValue(0, List.<String>of());
    return new RunRequest.Selection(
        paths.stream().map(RunOptions::path).toList(), profiles(), values("--tag"), pairs("--set"));
  }

  /** Whether only to say what would be played. */
  boolean dryRun() {
    return given("--dry-run");
  }

  /** Whether warnings count as errors. */
  boolean strict() {
    return given("--strict");
  }

  /** Whether to print the messages. */
  boolean verbose() {
    return given("--verbose");
  }

  /** The id of a new scenario. */
  String id() {
    return parsed.matchedPositionalValue(0, "my-scenario");
  }

  /** The profiles the user named. */
  List<String> profiles() {
    return values("--profile");
  }

  /** What is under test. */
  String target() {
    return value("--target", EMBEDDED);
  }

  private Optional<Transport> transport() {
    if (!given("--transport")) {
      return Optional.empty();
    }
    String text = value("--transport", "");
    return Optional.of(
        Arrays.stream(Transport.values())
            .filter(t -> t.parameter().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--transport: expected udp, tcp or tls, got '" + text + "'")));
  }

  private OptionalInt workers() {
    if (!given("--workers")) {
      return OptionalInt.empty();
    }
    String text = value("--workers", "");
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new UsageException("--workers: expected a number from 1 to 9999, got '" + text + "'");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private Map<String, String> pairs(String option) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : values(option)) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new UsageException(option + ": expected NAME=VALUE, got '" + text + "'");
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }

  private boolean given(String option) {
    return parsed.hasMatchedOption(option);
  }

  private String value(String option, String otherwise) {
    return parsed.hasMatchedOption(option)
        ? parsed.matchedOptionValue(option, otherwise)
        : otherwise;
  }

  private List<String> values(String option) {
    return parsed.hasMatchedOption(option)
        ? parsed.matchedOptionValue(option, List.<String>of())
        : List.of();
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is not a path: " + e.getReason());
    }
  }
}
