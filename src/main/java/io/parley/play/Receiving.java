package io.parley.play;

import io.parley.match.OutcomeMatcher;
import io.parley.model.Case;
import io.parley.model.Condition;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Holds the open receives of a case against what arrives: what is taken, what contradicts, what is
 * late.
 */
final class Receiving {
  /** What became of a message. */
  enum Reception {
    /** A step took it. */
    TAKEN,
    /** It contradicts what a step waits for; the script cannot go on. */
    WRONG,
    /** No open step takes it; one below may. */
    NOT_YET
  }

  private final Case played;
  private final Stage stage;
  private final List<StepRun> steps;
  private final List<Finding> findings;
  private final Checks checks;
  private final NoAnswer noAnswer;
  private final Map<String, Integer> outcomes = new HashMap<>();
  private final Map<String, Instant> hurried = new HashMap<>();
  private Optional<String> refusedBy = Optional.empty();

  Receiving(
      Case played,
      Stage stage,
      List<StepRun> steps,
      List<Finding> findings,
      List<String> notes,
      Supplier<Optional<byte[]>> farEndOffer) {
    this.played = played;
    this.stage = stage;
    this.steps = steps;
    this.findings = findings;
    this.checks = new Checks(played, stage, findings, notes, farEndOffer);
    this.noAnswer = new NoAnswer(stage, played.id().profile());
  }

  /**
   * Offers a message to the party's open receives, in order; an optional one may be passed over.
   */
  Reception offer(Party party, Event.Arrived arrived) {
    SipMessage message = arrived.arrival().message();
    List<StepRun> open = openOf(party);
    for (StepRun run : open) {
      List<StepRun> rank = open.stream().filter(r -> r == run || r.isBeside(run)).toList();
      Optional<StepRun> taker = rank.stream().filter(r -> fits(r, message, party)).findFirst();
      if (taker.isPresent()) {
        return take(taker.get(), message, party) ? Reception.TAKEN : Reception.WRONG;
      }
      List<StepRun> wanted = rank.stream().filter(r -> !r.isOptional()).toList();
      Optional<StepRun> against =
          wanted.stream().filter(r -> contradicts(r, message, party)).findFirst();
      if (against.isPresent()) {
        contradicted(against.get(), message);
        return Reception.WRONG;
      }
      if (!wanted.isEmpty()) {
        break;
      }
    }
    return Reception.NOT_YET;
  }

  private List<StepRun> openOf(Party party) {
    return steps.stream()
        .filter(r -> r.isOpen() && r.isReceive() && r.step().actor().equals(party.name()))
        .toList();
  }

  private static boolean fits(StepRun run, SipMessage message, Party party) {
    if (run.step() instanceof Step.ReceiveRequest r) {
      return message.isRequest() && message.method().equals(r.method());
    }
    if (!message.isResponse()) {
      return false;
    }
    int status = message.status().orElse(0);
    if (run.step() instanceof Step.ReceiveResponse r) {
      return party.answers(message, r.method())
          && r.status().stream().anyMatch(p -> p.matches(status));
    }
    return party.answers(message, Optional.of("INVITE")) && status >= 200;
  }

  private static boolean contradicts(StepRun run, SipMessage message, Party party) {
    return run.step() instanceof Step.ReceiveResponse r
        && message.isResponse()
        && message.status().orElse(0) >= 200
        && party.answers(message, r.method());
  }

  /** Whether an open step waits for that very response. */
  boolean awaits(Party party, SipMessage message) {
    int status = message.status().orElse(0);
    for (StepRun run : openOf(party)) {
      boolean named =
          run.step() instanceof Step.ReceiveExpected e
              ? expectation(e).any().stream()
                  .anyMatch(o -> o.status().stream().anyMatch(p -> p.matches(status)))
              : run.step() instanceof Step.ReceiveResponse;
      if (named && fits(run, message, party)) {
        return true;
      }
    }
    return false;
  }

  private boolean take(StepRun run, SipMessage message, Party party) {
    openOf(party).stream()
        .takeWhile(r -> r != run && !r.isBeside(run))
        .forEach(r -> r.passOver("did not come, and need not"));
    int before = findings.size();
    boolean good = true;
    if (run.step() instanceof Step.ReceiveExpected e) {
      good = checks.outcome(e, message, party);
      outcomes.put(e.name(), message.status().orElse(0));
    } else {
      checks.message(run.step(), message, party);
    }
    if (findings.size() > before) {
      run.fail(message, findings.get(before).toString());
    } else {
      run.done(message);
    }
    return good;
  }

  private void contradicted(StepRun run, SipMessage message) {
    Finding finding =
        checks.closest(
            Finding.of(FindingKind.STATUS, run.step().at(), expected(run), answered(message)),
            run.step(),
            List.of(message));
    findings.add(finding);
    run.fail(message, finding.toString());
  }

  private static String answered(SipMessage message) {
    return "the target answered " + message.startLine();
  }

  /** The step's wish in words. */
  private String expected(StepRun run) {
    if (run.step() instanceof Step.ReceiveExpected e) {
      return run.step().actor() + " to receive " + OutcomeMatcher.words(expectation(e));
    }
    return StepText.of(run.step()).replaceFirst(" receives ", " to receive ");
  }

  private Expectation expectation(Step.ReceiveExpected step) {
    return played.expected().get(step.name());
  }

  /** Whether the condition holds; empty while it is not decided. */
  Optional<Boolean> applies(Optional<Condition> condition) {
    if (condition.isEmpty()) {
      return Optional.of(true);
    }
    Condition c = condition.get();
    if (outcomes.containsKey(c.expected())) {
      return Optional.of(c.status().matches(outcomes.get(c.expected())));
    }
    boolean coming =
        steps.stream()
            .anyMatch(
                r ->
                    r.step() instanceof Step.ReceiveExpected e
                        && e.name().equals(c.expected())
                        && (r.isOpen() || r.state() == StepRun.State.AHEAD));
    return coming ? Optional.empty() : Optional.of(false);
  }

  /** Until when an open receive waits. */
  Instant deadline(StepRun run, Party party) {
    if (run.step() instanceof Step.Never n) {
      return run.opened().plus(n.lasting());
    }
    Instant hurry = hurried.get(party.name());
    Instant normal = opened(run).plus(patience(run, party));
    return hurry != null && hurry.isBefore(normal) ? hurry : normal;
  }

  /** When its wait began; the members of a group wait from the first one on. */
  private Instant opened(StepRun run) {
    return steps.stream()
        .filter(r -> r.isBeside(run) && r.opened() != null)
        .map(StepRun::opened)
        .min(Instant::compareTo)
        .orElse(run.opened());
  }

  private Duration patience(StepRun run, Party party) {
    Optional<Duration> shared = run.group().flatMap(Step.Unordered::within);
    if (shared.isPresent()) {
      return shared.get();
    }
    Duration first = stage.target().timers().response();
    Duration last = min(stage.target().timers().last(), stage.target().limits().ring());
    if (run.step() instanceof Step.ReceiveRequest r) {
      return r.within().orElse(first);
    }
    boolean finalOne = true;
    Optional<Duration> within;
    if (run.step() instanceof Step.ReceiveResponse r) {
      within = r.within();
      finalOne =
          r.status().stream().noneMatch(p -> p.matches(180) || p.matches(183) || p.matches(100));
    } else {
      within =
          expectation((Step.ReceiveExpected) run.step()).any().stream()
              .flatMap(o -> o.within().stream())
              .max(Duration::compareTo);
    }
    return within.orElse(finalOne && party.heard() ? last : first);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** A mandatory receive ran out of time. */
  void expired(StepRun run, Party party, Optional<Party> caller) throws InterruptedException {
    boolean answer =
        run.step() instanceof Step.ReceiveExpected || run.step() instanceof Step.ReceiveResponse;
    // A call that never came to the callee may never have reached the target.
    Optional<Party> unheard = (answer ? Optional.of(party) : caller).filter(p -> !p.heard());
    Finding finding;
    if (unheard.isPresent()) {
      NoAnswer.Reason reason = noAnswer.explain(unheard.get());
      if (answer && reason.alive() && silenceAllowed(run)) {
        run.done(null);
        outcomes.put(((Step.ReceiveExpected) run.step()).name(), 0);
        return;
      }
      FindingKind kind = reason.alive() ? FindingKind.NO_ANSWER : FindingKind.UNREACHABLE;
      finding = Finding.of(kind, run.step().at(), expected(run), reason.words());
    } else {
      String waited =
          "nothing of the kind came within "
              + Words.of(Duration.between(run.opened(), Instant.now()));
      String actual = refusedBy.filter(r -> !party.isCaller()).orElse(waited);
      finding = Finding.of(FindingKind.NOT_RECEIVED, run.step().at(), expected(run), actual);
      List<SipMessage> received =
          party.received().isEmpty()
              ? caller.map(Party::received).orElse(List.of())
              : party.received();
      finding = checks.closest(finding, run.step(), received);
    }
    findings.add(finding);
    run.fail(null, finding.toString());
  }

  private boolean silenceAllowed(StepRun run) {
    return run.step() instanceof Step.ReceiveExpected e
        && OutcomeMatcher.allowsSilence(expectation(e));
  }

  /**
   * The flow a party depends on failed: its open receives cannot be met any more; whether there was
   * one.
   */
  boolean failFast(Party party, String reason) {
    for (StepRun run : openOf(party)) {
      if (run.isOptional()) {
        continue;
      }
      FindingKind kind = party.heard() ? FindingKind.NOT_RECEIVED : FindingKind.UNREACHABLE;
      Finding finding = Finding.of(kind, run.step().at(), expected(run), reason);
      findings.add(finding);
      run.fail(null, finding.toString());
      return true;
    }
    return false;
  }

  /** The caller was refused: what others still wait for has until then. */
  void hurry(Party refused, SipMessage by, Instant until) {
    refusedBy = Optional.of(refused.name() + " was already answered " + by.startLine());
    steps.stream()
        .filter(r -> r.blocks() && !r.step().actor().equals(refused.name()))
        .forEach(r -> hurried.putIfAbsent(r.step().actor(), until));
  }

  /** Never a finding: provisionals, stray ACKs, OPTIONS, what the caller's own CANCEL causes. */
  boolean tolerated(Party party, SipMessage message) {
    if (message.isResponse()) {
      int status = message.status().orElse(0);
      boolean provisional = status >= 100 && status < 200;
      boolean answersUnscripted =
          !message.method().equals("INVITE") && !party.scripts(message.method());
      return provisional
          || answersUnscripted
          || party.causedByCancel(message)
          || party.isOtherFork(message);
    }
    return switch (message.method()) {
      case "ACK", "OPTIONS" -> true;
      case "CANCEL" -> party.callerCancelled();
      default -> false;
    };
  }

  /** A message that no step asked for, as a finding. */
  Finding unexpected(Party party, SipMessage message) {
    OptionalInt status = message.status();
    String what =
        status.isPresent() ? message.startLine() + " to " + message.method() : message.startLine();
    return Finding.of(
        FindingKind.UNEXPECTED,
        played.scenario().at(),
        "nothing more for " + party.name(),
        party.name() + " received " + what);
  }
}
