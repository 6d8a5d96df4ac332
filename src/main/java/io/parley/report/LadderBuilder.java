package io.parley.report;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.play.CaseResult;
import io.parley.play.StepResult;
import io.parley.play.TranscriptEntry;
import io.parley.report.Ladder.Arrow;
import io.parley.report.Ladder.Divider;
import io.parley.report.Ladder.Kind;
import io.parley.report.Ladder.Missing;
import io.parley.report.Ladder.Row;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns a result into a ladder: places each failed step at the message it judged. */
final class LadderBuilder {
  /** Kinds that speak about what happened around the script, not about one of its steps. */
  private static final Set<FindingKind> BESIDE_THE_SCRIPT =
      EnumSet.of(FindingKind.CLEANUP, FindingKind.LATE, FindingKind.TARGET_DIED);

  private final CaseResult result;
  private final Lifelines lifelines;
  private final Instant first;
  private final List<Finding> unplaced;
  private final Map<Integer, String> failedEntries = new HashMap<>();
  private final List<StepResult> missing = new ArrayList<>();
  private final Map<StepResult, String> failures = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  LadderBuilder(CaseResult result) {
    this.result = result;
    this.lifelines = Lifelines.of(result);
    this.first =
        result.transcript().stream()
            .findFirst()
            .map(e -> e.frame().time())
            .orElse(result.started());
    this.unplaced = new ArrayList<>(result.findings());
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
    List<StepResult> failed =
        result.steps().stream().filter(s -> s.status() == StepResult.Status.FAILED).toList();
    for (int i = 0; i < failed.size(); i++) {
      StepResult step = failed.get(i);
      failures.put(step, failure(step, i == failed.size() - 1));
      if (step.entry().isPresent()) {
        failedEntries.merge(step.entry().getAsInt(), failures.get(step), (a, b) -> a + "\n" + b);
      } else {
        missing.add(step);
      }
    }
  }

  /** The findings of a failed step: the next one in order, all that are left for the last step. */
  private String failure(StepResult step, boolean last) {
    List<String> texts = new ArrayList<>();
    unplaced.removeIf(
        f -> {
          boolean take = !BESIDE_THE_SCRIPT.contains(f.kind()) && (last || texts.isEmpty());
          return take && texts.add(f.toString());
        });
    return texts.isEmpty()
        ? step.text() + step.note().map(n -> ": " + n).orElse("")
        : String.join("\n", texts);
  }

  private void missingBefore(Instant time) {
    missing.removeIf(
        step -> {
          boolean due = !step.ended().isAfter(time);
          if (due) {
            int at = lifelines.named(step.text());
            rows.add(
                new Missing(
                    Offset.of(first, step.ended()), lifelines.target(), at, failures.get(step)));
          }
          return due;
        });
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
        label(m) + (entry.retransmission() ? "  (again)" : ""),
        entry.retransmission() ? List.of() : details(m),
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
    return line.isEmpty() ? "(" + m.bytes().length + " bytes)" : Visible.line(line);
  }

  private static List<String> details(SipMessage m) {
    Stream<String> sdp =
        m.hasSdp()
            ? Stream.of(
                SdpSummary.of(new String(m.body(), java.nio.charset.StandardCharsets.ISO_8859_1)))
            : Stream.empty();
    Stream<String> headers =
        Stream.of("Reason", "Warning")
            .flatMap(name -> m.values(name).stream().map(v -> name + ": " + v));
    return Stream.concat(headers, sdp).map(Visible::line).toList();
  }

  private static Kind kind(TranscriptEntry entry) {
    SipMessage m = entry.message();
    if (entry.retransmission()) {
      return Kind.RETRANSMISSION;
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

  private List<String> remarks() {
    return Stream.concat(
            unplaced.stream().map(Finding::toString),
            result.notes().stream().map(n -> "note: " + n))
        .toList();
  }
}
