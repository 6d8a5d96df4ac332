package io.parley.cli;

import io.parley.model.Shard;
import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import io.parley.wire.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** Turns a parsed command line into what the user asked for. */
final class RunOptions {
  private static final String EMBEDDED = "embedded";
  private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,4})/([1-9]\\d{0,4})");

  private final ParseResult parsed;
  private final Given given;

  RunOptions(ParseResult parsed) {
    this.parsed = parsed;
    this.given = new Given(parsed);
  }

  /** Everything {@code run} needs. */
  RunRequest request() {
    return new RunRequest(
        selection(),
        target(),
        transport(),
        workers(),
        given.has("--strict-inferred"),
        !given.has("--no-check"),
        repetition(),
        given.output());
  }

  /** Which cases. */
  RunRequest.Selection selection() {
    List<String> paths = parsed.matchedPositionalValue(0, List.<String>of());
    return new RunRequest.Selection(
        paths.stream().map(Given::path).toList(),
        profiles(),
        given.values("--tag"),
        given.pairs("--set"),
        shard());
  }

  private Optional<Shard> shard() {
    Matcher parts = SHARD.matcher(given.value("--shard", ""));
    if (!given.has("--shard")) {
      return Optional.empty();
    }
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > Integer.parseInt(parts.group(2))) {
      throw new UsageException(
          "--shard: expected a part such as 1/3 (parts count from 1, so 3/3 is the last one), got '"
              + given.value("--shard", "")
              + "'");
    }
    return Optional.of(
        new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
  }

  /** Whether only to say what would be played. */
  boolean dryRun() {
    return given.has("--dry-run");
  }

  /** Whether warnings count as errors. */
  boolean strict() {
    return given.has("--strict");
  }

  /** Whether to print the messages. */
  boolean verbose() {
    return given.has("--verbose");
  }

  /** The profiles the user named. */
  List<String> profiles() {
    return given.values("--profile");
  }

  /** What is under test. */
  String target() {
    return given.value("--target", EMBEDDED);
  }

  private RunRequest.Repetition repetition() {
    OptionalInt retries = given.number("--retries", 0);
    OptionalInt repeat = given.count("--repeat");
    if (retries.orElse(0) > 0 && repeat.orElse(1) > 1) {
      throw new UsageException(
          "--retries and --repeat: expected one of them. --retries plays again what went wrong and"
              + " takes the last play, --repeat plays everything again and takes the worst");
    }
    return new RunRequest.Repetition(
        retries.orElse(0), repeat.orElse(1), failures(), given.has("--fail-on-flaky"));
  }

  private Optional<RunRequest.FailureLimit> failures() {
    if (given.has("--fail-fast")) {
      return Optional.of(new RunRequest.FailureLimit(1, "--fail-fast"));
    }
    OptionalInt most = given.count("--max-failures");
    return most.isPresent()
        ? Optional.of(
            new RunRequest.FailureLimit(most.getAsInt(), "--max-failures " + most.getAsInt()))
        : Optional.empty();
  }

  private Optional<Transport> transport() {
    if (!given.has("--transport")) {
      return Optional.empty();
    }
    String text = given.value("--transport", "");
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
    if (!given.has("--workers")) {
      return OptionalInt.empty();
    }
    String text = given.value("--workers", "");
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new UsageException("--workers: expected a number from 1 to 9999, got '" + text + "'");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
