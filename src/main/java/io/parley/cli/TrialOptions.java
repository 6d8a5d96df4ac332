package io.parley.cli;

import io.parley.phone.SrtpMode;
import io.parley.run.TrialRequest;
import io.parley.run.UsageException;
import io.parley.trial.TrialTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the command line of {@code serve --certify} into what the user asked for. */
final class TrialOptions {
  private final ServeOptions serve;
  private final Given given;

  /**
   * Options.
   *
   * @param serve those of the far end
   */
  TrialOptions(ServeOptions serve, Given given) {
    this.serve = serve;
    this.given = given;
  }

  /**
   * The trial of a phone; empty = none is wanted.
   *
   * @throws UsageException when something is missing or wrong
   */
  Optional<TrialRequest> request() {
    for (String other : List.of("--dial", "--number", "--session-timer", "--calls")) {
      if (given.has("--certify") && given.has(other)) {
        throw new UsageException(
            other + ": not with --certify, whose numbers and steps are its own");
      }
    }
    if (given.has("--certify") && given.value("--evidence", "").equals("none")) {
      throw new UsageException("--evidence none: a certificate needs its evidence");
    }
    return given
        .value("--certify")
        .map(
            phone ->
                new TrialRequest(
                    serve.request(),
                    phone,
                    given.value("--srtp").map(TrialOptions::mode),
                    given.value("--firmware").map(String::strip).filter(f -> !f.isEmpty()),
                    TrialTimes.USUAL));
  }

  private static SrtpMode mode(String text) {
    return Arrays.stream(SrtpMode.values())
        .filter(m -> m.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--srtp: expected off, optional or mandatory, got '" + text + "'"));
  }
}
