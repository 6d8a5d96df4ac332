package io.parley.play.script;

import io.parley.match.HeaderMatcher;
import io.parley.media.Packet;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.PacketKind;
import io.parley.model.PacketStep;
import io.parley.model.TimeText;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Ice;
import io.parley.wire.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the open steps about media ports against what comes there. */
final class Hearing {
  /** So many packets are told of where none was the right one. */
  private static final int TOLD = 3;

  private final List<StepRun> steps;
  private final Cast cast;
  private final CheckAnswers checks;
  private final List<Finding> findings;
  private final Map<String, List<TranscriptEntry>> waiting = new HashMap<>();

  Hearing(List<StepRun> steps, Cast cast, CheckAnswers checks, List<Finding> findings) {
    this.steps = steps;
    this.cast = cast;
    this.checks = checks;
    this.findings = findings;
  }

  /** A packet came; whether one that must not come now. Each such step is then failed. */
  boolean heard(Event.Heard heard) {
    TranscriptEntry entry = heard.entry();
    List<StepRun> broken = open(PacketStep.Never.class).filter(r -> means(r, entry)).toList();
    broken.forEach(run -> fail(run, entry));
    if (!entry.retransmission()) {
      waiting.computeIfAbsent(heard.actor(), k -> new ArrayList<>()).add(entry);
    }
    settle();
    return !broken.isEmpty();
  }

  private Stream<StepRun> open(Class<? extends PacketStep> sort) {
    return steps.stream().filter(StepRun::isOpen).filter(r -> sort.isInstance(r.step()));
  }

  private static boolean means(StepRun run, TranscriptEntry entry) {
    PacketStep step = (PacketStep) run.step();
    return step.actor().equals(entry.actor()) && entry.packet().orElseThrow().is(step.packet());
  }

  /** Gives each open receive, in order, the first packet that is the right one. */
  void settle() {
    for (StepRun run : open(PacketStep.Receive.class).toList()) {
      Optional<TranscriptEntry> taken =
          of(run).stream().filter(e -> differences(run, e).isEmpty()).findFirst();
      taken.ifPresent(
          entry -> {
            of(run).remove(entry);
            run.done(entry.message());
          });
    }
  }

  /** What came for the actor of a step and was taken by none. */
  private List<TranscriptEntry> of(StepRun run) {
    return waiting.getOrDefault(run.step().actor(), new ArrayList<>());
  }

  /** Why a packet is not what a step waits for; empty = it is. */
  private List<String> differences(StepRun run, TranscriptEntry entry) {
    PacketStep.Receive step = (PacketStep.Receive) run.step();
    if (!means(run, entry)) {
      return List.of("no " + step.packet());
    }
    List<String> out = new ArrayList<>();
    if (step.packet() == PacketKind.STUN_SUCCESS || step.packet() == PacketKind.STUN_ERROR) {
      out.addAll(checks.faults(entry));
    }
    step.attributes().stream()
        .flatMap(c -> HeaderMatcher.difference(c, checks.values(entry, c.name())).stream())
        .forEach(out::add);
    return out;
  }

  /** The time of an open receive is over. */
  void expired(StepRun run) {
    String where = Flow.text(cast.ports().address(run.step().actor()));
    String waited = " within " + TimeText.of(Duration.between(run.opened(), Instant.now()));
    List<TranscriptEntry> came = of(run);
    String actual =
        came.isEmpty()
            ? "nothing came at " + where + waited
            : "none came at " + where + waited + ", but " + told(run, came);
    Finding finding =
        Finding.of(
            FindingKind.NOT_RECEIVED,
            run.step().at(),
            StepText.of(run.step()).replaceFirst(" receives ", " to receive "),
            actual);
    findings.add(finding);
    run.fail(null, finding.toString());
  }

  private String told(StepRun run, List<TranscriptEntry> came) {
    String first =
        came.stream()
            .limit(TOLD)
            .map(e -> words(e) + ": " + String.join(", ", differences(run, e)))
            .collect(Collectors.joining("; "));
    return came.size() > TOLD ? first + "; and " + (came.size() - TOLD) + " more" : first;
  }

  private void fail(StepRun run, TranscriptEntry entry) {
    Duration late = Duration.between(run.opened(), entry.frame().time());
    String after = TimeText.of(late.isNegative() ? Duration.ZERO : late);
    Finding finding =
        Finding.of(
            FindingKind.UNEXPECTED,
            run.step().at(),
            StepText.of(run.step()).replaceFirst(" does not receive ", " not to receive "),
            "it came after " + after + ": " + words(entry) + rule(entry));
    findings.add(finding);
    run.fail(entry.message(), finding.toString());
  }

  /** {@code STUN Binding request from 127.0.3.1:40000 to 127.0.2.1:30000 (USERNAME a:b)}. */
  private static String words(TranscriptEntry entry) {
    Packet packet = entry.packet().orElseThrow();
    Flow flow = entry.frame().flow();
    return packet.title()
        + " from "
        + Flow.text(flow.remote())
        + " to "
        + Flow.text(flow.local())
        + packet.summary().map(s -> " (" + s + ")").orElse("");
  }

  /** What the SDP that came says about the right to check. */
  private String rule(TranscriptEntry entry) {
    if (!entry.packet().orElseThrow().is(PacketKind.STUN_REQUEST)) {
      return "";
    }
    Optional<Ice> ice = cast.named(entry.actor()).leg().ice().received();
    if (ice.filter(Ice::lite).isPresent()) {
      return "; the SDP that came says a=ice-lite, and a lite agent sends no connectivity checks"
          + " (RFC 8445 §2.5, §7)";
    }
    return ice.filter(Ice::isPresent).isPresent()
        ? "; the SDP that came is that of a full ICE agent, which checks (RFC 8445 §7.2)"
        : "; the SDP that came speaks no ICE";
  }
}
