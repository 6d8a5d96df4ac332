package io.parley.cli;

import io.parley.report.EvidenceScope;
import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * The options of a command line as they were given.
 *
 * @param parsed by picocli
 */
record Given(ParseResult parsed) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

  boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  String value(String option, String otherwise) {
    return has(option) ? parsed.matchedOptionValue(option, otherwise) : otherwise;
  }

  Optional<String> value(String option) {
    return has(option) ? Optional.of(value(option, "")) : Optional.empty();
  }

  List<String> values(String option) {
    return has(option) ? parsed.matchedOptionValue(option, List.<String>of()) : List.of();
  }

  /** Where results go and what they show. */
  RunRequest.Output output() {
    return new RunRequest.Output(
        path(value("--out", "reports")),
        !has("--no-html"),
        has("--keep-secrets"),
        has("--mask-numbers"),
        pairs("--label"),
        values("--note"),
        evidence());
  }

  private EvidenceScope evidence() {
    String text = value("--evidence", "failed");
    return Stream.of(EvidenceScope.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException("--evidence: expected none, failed or all, got '" + text + "'"));
  }

  Map<String, String> pairs(String option) {
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

  /** A whole number from 1. */
  OptionalInt count(String option) {
    return number(option, 1);
  }

  /** A whole number from a least one. */
  OptionalInt number(String option, int least) {
    if (!has(option)) {
      return OptionalInt.empty();
    }
    String text = value(option, "");
    if (!text.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(text) < least) {
      throw new UsageException(
          option + ": expected a number from " + least + ", got '" + text + "'");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** A time with its unit. */
  Optional<Duration> time(String option) {
    return value(option).map(text -> time(option, text));
  }

  private static Duration time(String option, String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      throw new UsageException(option + ": expected a time such as 60s or 5m, got '" + text + "'");
    }
    long count = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is not a path: " + e.getReason());
    }
  }
}
