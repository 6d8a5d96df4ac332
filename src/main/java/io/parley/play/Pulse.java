package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.OptionsAnswer;
import io.parley.play.stage.Stage;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a target that answers no OPTIONS is alive after a case that may have done it harm, or
 * that it did not answer: a good call is made, and any answer to it says yes.
 */
record Pulse(Stage stage, Plays plays) {

  /** Learns whether the target answers OPTIONS, before a case after which it may be asked. */
  void learn(Case of) throws InterruptedException {
    if (mayEndInSilence(of)) {
      learn(of, transport(of));
    }
  }

  /** Learns whether the target answers OPTIONS over that transport, while it is well. */
  void learn(Case of, Transport transport) throws InterruptedException {
    stage.habit().learn(of.id().profile(), transport);
  }

  /** Why the target seems dead: what it was asked, in words; empty = it is alive. */
  Optional<String> silence(Case of, Transport transport) throws InterruptedException {
    OptionsAnswer answer = stage.liveness().ask(of.id().profile(), transport);
    boolean alive =
        answer.alive()
            || answer.ignored()
                && isDeaf(of, transport)
                && came(plays.perform(ControlCall.signOfLife(of))).findAny().isPresent();
    return alive ? Optional.empty() : Optional.of(answer.words());
  }

  private static boolean mayEndInSilence(Case of) {
    return of.scenario().malformed()
        || of.expected().values().stream()
            .flatMap(e -> e.any().stream())
            .flatMap(o -> o.status().stream())
            .anyMatch(StatusPattern.Silence.class::isInstance);
  }

  /** The result of a case, the target felt where OPTIONS cannot tell. */
  CaseResult felt(Case of, CaseResult result) {
    boolean unanswered = has(result, FindingKind.NO_ANSWER);
    boolean unsure = mayEndInSilence(of) || unanswered;
    boolean over = result.verdict() == Verdict.SKIPPED || plays.isHungUp();
    // Where it was found to be deaf in mid-case, earlier findings take its silence for its absence.
    boolean told = has(result, FindingKind.UNREACHABLE) && !unanswered;
    if (!unsure || over || told || !isDeaf(of, transport(of))) {
      return result;
    }
    CaseResult call = plays.perform(ControlCall.signOfLife(of));
    Optional<TranscriptEntry> sign = came(call).findFirst();
    if (sign.isPresent()) {
      return result.noting(
          "the target answers no OPTIONS even when it is well; a good call after this was answered "
              + sign.get().title());
    }
    return has(call, FindingKind.HARNESS) ? result : lifeless(of, result);
  }

  /** Whether it is known to answer no OPTIONS, so that its silence says nothing. */
  private boolean isDeaf(Case of, Transport transport) {
    return stage.habit().ignores(transport, stage.target().address(of.id().profile(), transport));
  }

  private static boolean has(CaseResult result, FindingKind kind) {
    return result.findings().stream().anyMatch(f -> f.kind() == kind);
  }

  private static Stream<TranscriptEntry> came(CaseResult of) {
    return of.transcript().stream().filter(e -> e.frame().way() == Frame.Way.IN);
  }

  /** Who answered this case died of it; who did not may not have been there. */
  private static CaseResult lifeless(Case of, CaseResult result) {
    boolean answered = came(result).findAny().isPresent();
    Finding finding =
        Finding.of(
            answered ? FindingKind.TARGET_DIED : FindingKind.UNREACHABLE,
            of.scenario().at(),
            "the target to be alive after the case",
            "a good call was not answered either; it answers no OPTIONS even when it is well");
    List<Finding> findings =
        Stream.concat(
                result.findings().stream().filter(f -> f.kind() != FindingKind.NO_ANSWER),
                Stream.of(finding))
            .toList();
    return result.but().findings(findings).verdict(Verdict.of(findings)).build();
  }

  /** What the case's first caller uses. */
  private Transport transport(Case of) {
    return of.scenario().actors().values().stream()
        .filter(a -> a.role() == Actor.Role.CALLER)
        .findFirst()
        .flatMap(Actor::transport)
        .map(t -> Transport.valueOf(t.toUpperCase(Locale.ROOT)))
        .orElseGet(stage::transport);
  }
}
