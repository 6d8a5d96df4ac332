package io.parley.report;

import io.parley.media.Packet;
import io.parley.model.Finding;
import io.parley.model.PacketKind;
import io.parley.report.Ladder.Arrow;
import io.parley.report.Ladder.Divider;
import io.parley.report.Ladder.Kind;
import io.parley.report.Ladder.Missing;
import io.parley.report.Ladder.Row;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a result into a ladder: places each failed step at the message it judged. */
final class LadderBuilder {
  /** Characters of one text. */
  private static final int LONGEST = 400;

  private final CaseResult result;
  private final Lifelines lifelines;
  private final Instant first;
  private final FailurePlaces places;
  private final Map<Integer, String> failedEntries = new HashMap<>();
  private final Map<StepResult, String> missing = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  LadderBuilder(CaseResult result) {
    this.result = result;
    this.lifelines = Lifelines.of(result);
    this.first =
        result.transcript().stream()
            .findFirst()
            .map(e -> e.frame().time())
            .orElse(result.started());
    this.places = new FailurePlaces(result);
    placeFailures();
  }

  Ladder build() {
    boolean cleaning = false;
    for (int i = 0; i < result.transcript().size(); i++) {
      TranscriptEntry entry = result.transcript().get(i);
      missingBefore(entry.frame().time());
      if (entry.cleanup() && !cleaning) {
        missingBefore(Instant.MAX);
        rows.add(new Divider(result.cleanup().map(c -> "clean-up: " + c).orElse("clean-up")));
        cleaning = true;
      }
      rows.add(arrow(entry, Optional.ofNullable(failedEntries.get(i))));
    }
    missingBefore(Instant.MAX);
    return new Ladder(
        result.played().scenario().title(),
        result.played().id().toString(),
        result.verdict(),
        FindingText.verdict(result),
        lifelines.list(),
        List.copyOf(rows),
        remarks());
  }

  private void placeFailures() {
    places
        .failures()
        .forEach(
            (index, words) -> {
              StepResult step = result.steps().get(index);
              if (step.entry().isPresent()) {
                failedEntries.merge(step.entry().getAsInt(), words, (a, b) -> a + "\n" + b);
              } else {
                missing.put(step, words);
              }
            });
  }

  private void missingBefore(Instant time) {
    List<StepResult> due = missing.keySet().stream().filter(s -> !s.ended().isAfter(time)).toList();
    for (StepResult step : due) {
      int at = lifelines.named(step.text());
      String offset = Offset.of(first, step.ended());
      rows.add(new Missing(offset, lifelines.target(), at, missing.remove(step)));
    }
  }

  private Arrow arrow(TranscriptEntry entry, Optional<String> failure) {
    boolean in = entry.frame().way() == Frame.Way.IN;
    int ours = lifelines.of(entry.actor());
    int target = lifelines.target();
    SipMessage m = entry.message();
    return new Arrow(
        Offset.of(first, entry.frame().time()),
        in ? target : ours,
        in ? ours : target,
        (entry.retransmission() ? "(again) " : "")
            + entry.packet().map(p -> shown(p.title())).orElseGet(() -> label(m)),
        entry.retransmission() ? List.of() : details(entry),
        kind(entry),
        failure);
  }

  private static String label(SipMessage m) {
    String line = m.startLine();
    if (m.isRequest() && line.endsWith(" SIP/2.0")) {
      line = line.substring(0, line.length() - 8);
    } else if (m.isResponse() && line.startsWith("SIP/2.0 ")) {
      line = line.substring(8) + (m.method().equals("INVITE") ? "" : "  (" + m.method() + ")");
    }
    return line.isEmpty() ? "(" + m.bytes().length + " bytes)" : shown(line);
  }

  private static List<String> details(TranscriptEntry entry) {
    return entry.packet().isPresent()
        ? entry.packet().get().summary().map(LadderBuilder::shown).stream().toList()
        : details(entry.message());
  }

  private static List<String> details(SipMessage m) {
    Stream<String> sdp =
        m.sdp().stream()
            .map(
                p ->
                    SdpSummary.of(
                        new String(p.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)));
    Stream<String> headers =
        Stream.of("Reason", "Warning")
            .flatMap(name -> m.values(name).stream().map(v -> name + ": " + v));
    return Stream.concat(headers, sdp).map(LadderBuilder::shown).toList();
  }

  /** A picture has room for so much; the whole is in the trace. */
  private static String shown(String text) {
    return Wrap.clip(Visible.line(text), LONGEST);
  }

  private static Kind kind(TranscriptEntry entry) {
    SipMessage m = entry.message();
    if (entry.retransmission()) {
      return Kind.RETRANSMISSION;
    }
    if (entry.packet().isPresent()) {
      return kind(entry.packet().get());
    }
    if (m.isRequest()) {
      return Kind.REQUEST;
    }
    int hundred = m.status().orElse(0) / 100;
    return switch (hundred) {
      case 0 -> Kind.UNREADABLE;
      case 1 -> Kind.PROVISIONAL;
      case 2 -> Kind.SUCCESS;
      default -> Kind.REFUSAL;
    };
  }

  private static Kind kind(Packet packet) {
    if (packet.is(PacketKind.STUN_REQUEST)) {
      return Kind.REQUEST;
    }
    if (packet.is(PacketKind.STUN_SUCCESS)) {
      return Kind.SUCCESS;
    }
    return packet.is(PacketKind.STUN_ERROR) ? Kind.REFUSAL : Kind.PROVISIONAL;
  }

  private List<String> remarks() {
    return Stream.concat(
            places.beside().stream().map(Finding::toString),
            result.notes().stream().map(n -> "note: " + n))
        .map(LadderBuilder::shown)
        .toList();
  }
}
