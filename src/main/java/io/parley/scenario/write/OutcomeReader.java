package io.parley.scenario.write;

import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.HeaderMatch;
import io.parley.model.Outcome;
import io.parley.model.StatusPattern;
import io.parley.scenario.surface.ExpectationKeys;
import io.parley.scenario.surface.HeaderAsk;
import io.parley.scenario.surface.HeaderReader;
import io.parley.scenario.surface.OutcomeKeys;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Checks what is written of an expectation and turns it into the model's. */
final class OutcomeReader {
  private final Binder binder;

  OutcomeReader(Binder binder) {
    this.binder = binder;
  }

  /** An expectation; empty when it says nothing or contradicts itself. */
  Optional<Expectation> expectation(ExpectationKeys keys) {
    OutcomeKeys own = keys.outcome();
    boolean says = !isEmpty(own);
    if (says && !keys.any().isEmpty()) {
      String message = "expected either 'any' or one outcome, found both";
      binder.refuse(keys.at(), message, "Write every outcome under 'any'.");
      return Optional.empty();
    }
    List<OutcomeKeys> written = keys.any().isEmpty() ? List.of(own) : keys.any();
    List<Outcome> outcomes = written.stream().flatMap(o -> outcome(o).stream()).toList();
    if (outcomes.size() < written.size() || !hasReason(keys, outcomes)) {
      return Optional.empty();
    }
    return Optional.of(
        new Expectation(
            keys.at(), outcomes, keys.code(), keys.evidence(), keys.source(), keys.why()));
  }

  private Optional<Outcome> outcome(OutcomeKeys keys) {
    if (keys.status().isEmpty() == !keys.repaired()) {
      String found = keys.repaired() ? "both" : "neither";
      binder.refuse(
          keys.at(),
          "expected either 'status' or 'repaired: true', found " + found,
          "Outcomes of both kinds go under 'any'.");
      return Optional.empty();
    }
    return headers(keys)
        .map(
            headers ->
                new Outcome(
                    keys.at(),
                    keys.status(),
                    keys.repaired(),
                    headers,
                    keys.answer(),
                    keys.within()));
  }

  private Optional<List<HeaderCheck>> headers(OutcomeKeys keys) {
    List<HeaderCheck> checks = new ArrayList<>(checks(keys.headers()));
    keys.warning()
        .ifPresent(
            code ->
                checks.add(
                    new HeaderCheck(
                        keys.at(),
                        "Warning",
                        new HeaderMatch.Search("(?:^|,)\\s*" + code + "\\s"),
                        Optional.empty())));
    if (keys.reason().isEmpty()) {
      return Optional.of(checks);
    }
    Located<String> reason = keys.reason().get();
    return HeaderReader.regex(new Scalar(reason.at(), reason.value(), true), bare(reason), binder)
        .map(
            regex -> {
              checks.add(
                  new HeaderCheck(
                      reason.at(), "Reason", new HeaderMatch.Search(regex), Optional.empty()));
              return checks;
            });
  }

  /** Header checks of a map as written. */
  static List<HeaderCheck> checks(Map<String, HeaderAsk> asks) {
    return asks.entrySet().stream()
        .map(
            e ->
                new HeaderCheck(
                    e.getValue().at(), e.getKey(), e.getValue().match(), e.getValue().evidence()))
        .toList();
  }

  /** The slashes around a regular expression may be written here too. */
  private static String bare(Located<String> regex) {
    String text = regex.value();
    boolean slashes = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    return slashes ? text.substring(1, text.length() - 1) : text;
  }

  /** Statuses of more than one class need a written reason: such an expectation proves little. */
  private boolean hasReason(ExpectationKeys keys, List<Outcome> outcomes) {
    TreeSet<String> classes = new TreeSet<>();
    outcomes.stream().flatMap(o -> o.status().stream()).forEach(s -> classes.add(classOf(s)));
    if (classes.size() < 2 || keys.why().isPresent()) {
      return true;
    }
    binder.refuse(
        keys.at(),
        "statuses of more than one class (" + String.join(", ", classes) + ") need a reason",
        "Add why: \"…\", or narrow the statuses.");
    return false;
  }

  private static String classOf(StatusPattern pattern) {
    if (pattern instanceof StatusPattern.Code code) {
      return code.status() / 100 + "xx";
    }
    return pattern.toString();
  }

  private static boolean isEmpty(OutcomeKeys keys) {
    return keys.status().isEmpty()
        && !keys.repaired()
        && keys.headers().isEmpty()
        && keys.answer().isEmpty()
        && keys.warning().isEmpty()
        && keys.reason().isEmpty()
        && keys.within().isEmpty();
  }
}
