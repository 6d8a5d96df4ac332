package io.parley.report;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Digest;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.record.Play;
import io.parley.record.Seen;
import io.parley.result.CaseResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A case as {@link RunRecord} writes it: its fields, in their order. */
final class CaseFields {

  private CaseFields() {}

  /** All that is known of it, but for where its evidence is. */
  static Map<String, Object> of(CaseResult result) {
    Case played = result.played();
    CaseId id = played.id();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", id);
    out.put("scenario", id.scenario());
    out.put("cell", id.cell());
    out.put("profile", id.profile());
    out.put("category", played.scenario().category());
    out.put("title", played.scenario().title());
    out.put("severity", played.scenario().severity().name().toLowerCase(Locale.ROOT));
    out.put("tags", played.scenario().tags());
    out.put("verdict", FindingText.word(result.verdict()));
    out.put("flaky", result.flaky() ? true : null);
    out.put("skip", result.skip());
    OptionalInt status = result.finalStatus();
    out.put("status", status.isPresent() ? status.getAsInt() : null);
    out.put("evidence", evidence(played));
    out.put("messages", result.transcript().size());
    out.put("hash", Digest.of(played.scenario().text()));
    out.put("started", result.started());
    out.put("ms", ms(result));
    if (!result.transcript().isEmpty()) {
      out.put("plays", plays(result));
      out.put("seen", Seen.of(result).fields());
    }
    out.put("findings", result.findings().stream().map(CaseFields::fields).toList());
    out.put("notes", result.notes());
    out.put("cleanup", result.cleanup());
    return out;
  }

  private static List<Map<String, Object>> plays(CaseResult result) {
    List<Map<String, Object>> out = result.plays().stream().map(CaseFields::play).toList();
    return result.attempts().isEmpty()
        ? out
        : IntStream.range(0, out.size())
            .mapToObj(i -> told(out.get(i), result.plays().get(i)))
            .toList();
  }

  /** Of a case that was played once these are those of the case. */
  private static Map<String, Object> told(Map<String, Object> out, CaseResult play) {
    out.put("started", play.started());
    out.put("ms", ms(play));
    out.put("findings", play.findings().stream().map(CaseFields::fields).toList());
    out.put("cleanup", play.cleanup());
    return out;
  }

  private static double ms(CaseResult result) {
    return Duration.between(result.started(), result.ended()).toNanos() / 1000 / 1000.0;
  }

  private static Map<String, Object> play(CaseResult result) {
    Play play = Play.of(result);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("verdict", FindingText.word(play.verdict()));
    play.status().ifPresent(s -> out.put("status", s));
    play.provisional().ifPresent(ms -> out.put("provisional", ms));
    play.answered().ifPresent(ms -> out.put("answered", ms));
    return out;
  }

  private static List<String> evidence(Case played) {
    return played.expected().values().stream()
        .map(Expectation::evidence)
        .flatMap(Optional::stream)
        .map(e -> e.name().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static Map<String, Object> fields(Finding f) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", f.kind());
    out.put("prefix", f.kind().prefix());
    out.put("at", f.at());
    out.put("expected", f.expected());
    out.put("actual", f.actual());
    out.put("closest", f.closest());
    out.put("diagnosis", f.diagnosis());
    out.put("cause", f.cause());
    out.put("nextStep", f.nextStep());
    out.put("owner", f.owner());
    return out;
  }
}
