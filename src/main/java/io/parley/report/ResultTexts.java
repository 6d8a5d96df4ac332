package io.parley.report;

import io.parley.model.Finding;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import java.util.Optional;
import java.util.stream.Stream;

/** Every text of a result that ends up in an artefact. */
final class ResultTexts {
  private ResultTexts() {}

  /** All of them; where a text quotes another, what is a secret in one is one in all. */
  static Stream<String> of(CaseResult result) {
    return Stream.of(
            result.transcript().stream().map(e -> e.message().text()),
            result.findings().stream().flatMap(ResultTexts::of),
            result.steps().stream()
                .flatMap(s -> Stream.concat(Stream.of(s.text()), s.note().stream())),
            result.notes().stream(),
            result.hooks().stream().flatMap(ResultTexts::of),
            Stream.concat(result.cleanup().stream(), result.skip().stream()))
        .flatMap(s -> s);
  }

  /** What a hook printed, and its command. */
  static Stream<String> of(HookOutput hook) {
    return Stream.of(hook.text(), command(hook));
  }

  /** As one text, so that an option stands before its value. */
  static String command(HookOutput hook) {
    return String.join(String.valueOf(SecretPattern.SEPARATOR), hook.command());
  }

  private static Stream<String> of(Finding f) {
    return Stream.of(
            Optional.of(f.expected()),
            Optional.of(f.actual()),
            f.closest(),
            f.cause(),
            f.nextStep())
        .flatMap(Optional::stream);
  }
}
