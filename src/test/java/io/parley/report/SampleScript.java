package io.parley.report;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Control;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.Outcome;
import io.parley.model.Scenario;
import io.parley.model.Severity;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what happened. */
final class SampleScript {
  static final InetSocketAddress CALLER = new InetSocketAddress("127.0.1.1", 5071);
  static final InetSocketAddress SBC = new InetSocketAddress("127.0.3.1", 5060);
  static final InetSocketAddress SBC_OUT = new InetSocketAddress("127.0.3.1", 5080);
  static final InetSocketAddress CALLEE = new InetSocketAddress("127.0.2.1", 5082);

  private final String id;
  private final String category;
  private final String title;
  final Map<String, Actor> actors = new LinkedHashMap<>();
  final List<TranscriptEntry> transcript = new ArrayList<>();
  final List<StepResult> steps = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  Map<String, String> cell = Map.of();
  Optional<String> profile = Optional.empty();
  Optional<String> cleanup = Optional.empty();
  Optional<String> skip = Optional.empty();
  Transport transport = Transport.UDP;
  InetSocketAddress caller = CALLER;
  InetSocketAddress sbc = SBC;

  SampleScript(String id, String category, String title) {
    this.id = id;
    this.category = category;
    this.title = title;
    actors.put("caller", actor("caller", Actor.Role.CALLER));
  }

  void out(int ms, String text) {
    add("caller", Frame.Way.OUT, ms, text, false);
  }

  void in(int ms, String text) {
    add("caller", Frame.Way.IN, ms, text, false);
  }

  void calleeOut(int ms, String text) {
    add("callee", Frame.Way.OUT, ms, text, false);
  }

  void calleeIn(int ms, String text) {
    add("callee", Frame.Way.IN, ms, text, false);
  }

  void cleanupOut(int ms, String text) {
    add("caller", Frame.Way.OUT, ms, text, true);
  }

  void cleanupIn(int ms, String text) {
    add("caller", Frame.Way.IN, ms, text, true);
  }

  private void add(String actor, Frame.Way way, int ms, String text, boolean clean) {
    boolean callee = actor.equals("callee");
    Flow flow = new Flow(transport, callee ? CALLEE : caller, callee ? SBC_OUT : sbc);
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Frame frame = new Frame(SampleResults.START.plusMillis(ms), way, flow, bytes);
    transcript.add(new TranscriptEntry(actor, frame, SipMessage.of(bytes), false, clean));
  }

  void retransmission() {
    TranscriptEntry e = transcript.remove(transcript.size() - 1);
    transcript.add(new TranscriptEntry(e.actor(), e.frame(), e.message(), true, e.cleanup()));
  }

  void step(String text, StepResult.Status status, int from, int to, int entry) {
    steps.add(
        new StepResult(
            text,
            status,
            SampleResults.START.plusMillis(from),
            SampleResults.START.plusMillis(to),
            entry < 0 ? OptionalInt.empty() : OptionalInt.of(entry),
            Optional.empty()));
  }

  CaseResult result(Verdict verdict, int ms) {
    Expectation expected =
        new Expectation(
            at(id + ".yaml", 9, 11),
            List.of(
                new Outcome(
                    at(id + ".yaml", 9, 28),
                    List.of(new StatusPattern.Code(488)),
                    false,
                    List.of(),
                    Optional.empty(),
                    Optional.empty())),
            OptionalInt.of(531000),
            Optional.of(Evidence.DOCUMENTED),
            Optional.of("Microsoft Teams: SIP 488 response codes"),
            Optional.empty());
    Scenario scenario =
        Scenario.of(at(id + ".yaml", 1, 1), id, title, category)
            .requirement(
                Optional.of(
                    "A far end that demands SRTP refuses clear RTP instead of *downgrading*"))
            .severity(Severity.BLOCKER)
            .tags(List.of(category, "offer"))
            .sources(List.of("RFC 3261 §13.3.1.3", "RFC 3264 section 6", "Lab notes"))
            .actors(actors)
            .control(new Control.Base())
            .text("scenario: " + title + "\n")
            .build();
    return CaseResult.of(
            new Case(CaseId.of(id, cell, profile), scenario, Map.of("", expected), skip),
            verdict,
            SampleResults.START,
            SampleResults.START.plusMillis(ms))
        .findings(findings)
        .notes(notes)
        .steps(steps)
        .transcript(transcript)
        .cleanup(cleanup)
        .skip(skip)
        .build();
  }

  static SourcePosition at(String file, int line, int column) {
    return new SourcePosition("scenarios/" + file, line, column);
  }

  static Actor actor(String name, Actor.Role role) {
    return new Actor(
        name,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
