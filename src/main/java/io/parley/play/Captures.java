package io.parley.play;

import io.parley.match.BoundedSearch;
import io.parley.model.Actor;
import io.parley.model.CaptureRule;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the steps of a case kept, {@code actor.name}. Used by the case's worker only. */
final class Captures {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Supplier<Optional<String>>> known = new HashMap<>();

  /** Something of an actor that can be named as if it had been captured. */
  void provide(String name, Supplier<Optional<String>> value) {
    known.put(name, value);
  }

  /** The value of {@code actor.name}. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A text with what was captured so far. */
  String fill(String text) {
    String out = text;
    for (Map.Entry<String, String> e : values.entrySet()) {
      out = out.replace("${" + e.getKey() + "}", e.getValue());
    }
    for (Map.Entry<String, Supplier<Optional<String>>> e : known.entrySet()) {
      String name = "${" + e.getKey() + "}";
      out = out.contains(name) ? out.replace(name, e.getValue().get().orElse(name)) : out;
    }
    return out;
  }

  /** Decides the open captures whose message came; whether one did not find what it looks for. */
  boolean settle(List<StepRun> steps, List<Finding> findings) {
    boolean failed = false;
    for (StepRun run : steps) {
      if (run.isOpen() && run.step() instanceof Step.Capture capture) {
        // The nearest above: steps that are included twice stand at the same place.
        StepRun source =
            steps.subList(0, steps.indexOf(run)).stream()
                .filter(r -> r.isReceive() && r.step().at().equals(capture.receive()))
                .reduce((first, last) -> last)
                .orElseThrow();
        if (source.message() != null) {
          failed |= !keep(run, capture, source.message(), findings);
        } else if (source.state() == StepRun.State.PASSED_OVER) {
          run.passOver("the message did not come");
        }
      }
    }
    return failed;
  }

  private boolean keep(StepRun run, Step.Capture step, SipMessage message, List<Finding> findings) {
    Optional<String> found = found(step.rule(), message);
    if (found.isPresent()) {
      values.put(Actor.person(step.actor()) + "." + step.rule().name(), found.get());
      run.noted(step.rule().name() + " = " + found.get());
      return true;
    }
    Finding finding =
        Finding.of(
            FindingKind.CHECK,
            step.at(),
            step.rule().find().map(r -> "/" + r + "/ to be found in ").orElse("")
                + step.rule().from()
                + " of "
                + message.startLine(),
            "it is not there");
    findings.add(finding);
    run.fail(null, finding.toString());
    return false;
  }

  private static Optional<String> found(CaptureRule rule, SipMessage message) {
    Optional<String> text = text(rule.from(), message);
    return rule.find().isEmpty()
        ? text
        : text.flatMap(t -> BoundedSearch.find(rule.find().get(), t));
  }

  /** A part of a message: {@code start-line}, {@code body}, {@code message}, or a header. */
  static Optional<String> text(String part, SipMessage message) {
    return switch (part) {
      case "start-line" -> Optional.of(utf8(message.startLine()));
      case "body" ->
          message.body().length == 0
              ? Optional.empty()
              : Optional.of(new String(message.body(), StandardCharsets.UTF_8));
      case "message" -> Optional.of(utf8(message.text()));
      default -> message.first(part).map(Captures::utf8);
    };
  }

  /** A message is viewed one char a byte; what is captured is written as text again. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
