package io.parley.cli;

import io.parley.run.CertifyRequest;
import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Turns the command line of {@code certify} into what the user asked for. */
final class CertifyOptions {
  private static final String EMBEDDED = "embedded";

  private final ParseResult parsed;
  private final Given given;

  CertifyOptions(ParseResult parsed) {
    this.parsed = parsed;
    this.given = new Given(parsed);
  }

  /** Everything {@code certify} needs. */
  CertifyRequest request() {
    String phone = parsed.matchedPositionalValue(0, "");
    if (phone.isBlank()) {
      throw new UsageException(
          "certify: expected a phone, for example 'certify yealink-t4x --target my-sbc.yaml'."
              + " Phones: "
              + String.join(", ", io.parley.phone.Phones.standard().names()));
    }
    RunRequest.Output output = given.output();
    if (!output.evidence().keepsFiles()) {
      throw new UsageException(
          "certify: --evidence none: a certificate is the sum of its evidence; leave it out");
    }
    return new CertifyRequest(
        phone,
        given.value("--target", EMBEDDED),
        given.value("--profile"),
        text("--firmware"),
        text("--sbc"),
        given.count("--workers"),
        !given.has("--no-check"),
        given.has("--strict"),
        output);
  }

  private Optional<String> text(String option) {
    return given.value(option).map(String::strip).filter(t -> !t.isEmpty());
  }
}
