package io.parley.merge;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import io.parley.model.Severity;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.result.CaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case told again from its record: what a summary needs, without steps and messages.
 *
 * @param recorded as {@code run.json} has it
 */
record ToldCase(RecordedCase recorded) {
  private static final Pattern PLACE = Pattern.compile("(.*):(\\d{1,9}):(\\d{1,9})");

  /** The result, with its other plays. */
  CaseResult result() {
    CaseResult alone = play(recorded);
    List<RecordedCase> plays =
        new ArrayList<>(
            items("plays").stream().filter(p -> p.text("started").isPresent()).toList());
    plays.stream()
        .filter(p -> p.text("started").equals(recorded.text("started")))
        .filter(p -> p.verdict() == recorded.verdict())
        .findFirst()
        .ifPresent(plays::remove);
    List<CaseResult> others = plays.stream().map(this::play).toList();
    return alone.among(others);
  }

  private CaseResult play(RecordedCase play) {
    Instant started = play.text("started").flatMap(Times::of).orElse(Instant.EPOCH);
    double ms = play.fields().get("ms") instanceof Number n ? n.doubleValue() : 0;
    return CaseResult.of(
            played(), play.verdict(), started, started.plus(Duration.ofNanos(Math.round(ms * 1e6))))
        .findings(new ToldCase(play).items("findings").stream().map(ToldCase::finding).toList())
        .notes(texts(play.fields().get("notes")))
        .cleanup(play.text("cleanup"))
        .skip(play.verdict() == Verdict.SKIPPED ? play.text("skip") : Optional.empty())
        .build();
  }

  private Case played() {
    Map<String, String> cell = new TreeMap<>();
    if (recorded.fields().get("cell") instanceof Map<?, ?> values) {
      values.forEach((k, v) -> cell.put(k.toString(), String.valueOf(v)));
    }
    CaseId id = CaseId.of(recorded.text("scenario").orElse(""), cell, recorded.text("profile"));
    return new Case(id, scenario(id), Map.of(), Optional.empty());
  }

  private Scenario scenario(CaseId id) {
    return Scenario.of(
            SourcePosition.whole(""),
            id.scenario(),
            recorded.text("title").orElse(""),
            recorded.text("category").orElse(""))
        .severity(constant(Severity.values(), recorded.text("severity")).orElse(Severity.NORMAL))
        .tags(texts(recorded.fields().get("tags")))
        .build();
  }

  private static Finding finding(RecordedCase f) {
    return new Finding(
        constant(FindingKind.values(), f.text("kind")).orElse(FindingKind.HARNESS),
        f.text("at").map(ToldCase::place),
        f.text("expected").orElse(""),
        f.text("actual").orElse(""),
        f.text("closest"),
        f.text("diagnosis"),
        f.text("cause"),
        f.text("nextStep"),
        f.text("owner"));
  }

  /** {@code file:line:column}, or a file alone. */
  private static SourcePosition place(String text) {
    Matcher m = PLACE.matcher(text);
    return m.matches()
        ? new SourcePosition(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
        : SourcePosition.whole(text);
  }

  private List<RecordedCase> items(String field) {
    List<RecordedCase> out = new ArrayList<>();
    if (recorded.fields().get(field) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> map) {
          Map<String, Object> fields = new TreeMap<>();
          map.forEach((k, v) -> fields.put(k.toString(), v));
          out.add(new RecordedCase(fields));
        }
      }
    }
    return out;
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] values, Optional<String> word) {
    return word.flatMap(
        w ->
            Arrays.stream(values)
                .filter(v -> v.name().equals(w.toUpperCase(Locale.ROOT)))
                .findFirst());
  }
}
