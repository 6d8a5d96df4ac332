package io.parley.report;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Digest;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.play.RunInfo;
import io.parley.play.ShardInfo;
import io.parley.record.Play;
import io.parley.record.RecordedRun;
import io.parley.record.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Writes {@code run.json}, the record that two runs are compared by. One line for the run, one line
 * a case, one for the end; the order of fields is fixed; the file is valid after every case.
 *
 * <pre>
 * format    2
 * run       tool, version, target, address, software, started, labels, planned,
 *           shard [index, total, scenarios (a digest of their texts), all (ids of all shards)]
 * cases     id, scenario, cell, profile, category, title, severity, tags, verdict, flaky, skip,
 *           status (the last final one of the first INVITE), evidence, messages,
 *           hash (of the scenario's text), started, ms,
 *           plays [verdict, status, provisional, answered (ms)], oldest first,
 *           seen {view {trait value}}, see {@link io.parley.record.Seen},
 *           findings [kind, prefix, at, expected, actual, cause, nextStep, owner], notes,
 *           cleanup, folder
 * counts    passed, failed, broken, skipped
 * end       running | finished | interrupted
 * </pre>
 */
public final class RunRecord implements CaseReport {
  private final Path path;
  private final boolean readable;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private String head;
  private String comma = "";
  private GrowingFile file;

  /**
   * Writes to that path once the run starts.
   *
   * @param path where
   * @param secrets how results are masked that it is told; keys are in no record of a run, whatever
   *     else shows them
   */
  public RunRecord(Path path, Secrets secrets) {
    this.path = path;
    this.readable = secrets.keep();
    for (Verdict v : Verdict.values()) {
      counts.put(v, 0);
    }
  }

  @Override
  public synchronized void runStarted(RunInfo run) {
    head =
        "{\"format\":" + RecordedRun.FORMAT + ",\n\"run\":" + Json.of(run(run)) + ",\n\"cases\":[";
    file = new GrowingFile(path, head, tail("running"));
  }

  @Override
  public synchronized void caseFinished(CaseEvidence evidence) {
    CaseResult told = evidence.result();
    CaseResult result = readable ? Secrets.MASKED.mask(told) : told;
    counts.merge(result.verdict(), 1, Integer::sum);
    Map<String, Object> fields = fields(result);
    if (!evidence.artifacts().isEmpty()) {
      fields.put("folder", "evidence/" + EvidenceFolder.name(result.played().id()));
    }
    file.add(head, comma + "\n" + Json.of(fields), tail("running"));
    comma = ",";
  }

  @Override
  public synchronized void runFinished(boolean interrupted) {
    file.add(head, "", tail(interrupted ? "interrupted" : "finished"));
    file.close();
  }

  private String tail(String end) {
    Map<String, Object> byWord = new LinkedHashMap<>();
    counts.forEach((verdict, n) -> byWord.put(FindingText.word(verdict), n));
    return "\n],\n\"counts\":" + Json.of(byWord) + ",\n\"end\":" + Json.of(end) + "}\n";
  }

  private static Map<String, Object> run(RunInfo run) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("tool", "parley");
    out.put("version", run.version());
    out.put("target", run.target());
    out.put("address", run.targetAddress());
    out.put("software", run.software());
    out.put("started", run.started());
    out.put("labels", new java.util.TreeMap<>(run.labels()));
    out.put("planned", run.cases());
    out.put("shard", run.shard().map(RunRecord::fields));
    return out;
  }

  private static Map<String, Object> fields(ShardInfo part) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("index", part.shard().index());
    out.put("total", part.shard().total());
    out.put("scenarios", part.scenarios());
    out.put("all", part.all());
    return out;
  }

  private static Map<String, Object> fields(CaseResult result) {
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
    out.put("ms", Duration.between(result.started(), result.ended()).toNanos() / 1000 / 1000.0);
    if (!result.transcript().isEmpty()) {
      out.put("plays", result.plays().stream().map(RunRecord::play).toList());
      out.put("seen", Seen.of(result).fields());
    }
    out.put("findings", result.findings().stream().map(RunRecord::fields).toList());
    out.put("notes", result.notes());
    out.put("cleanup", result.cleanup());
    return out;
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
        .flatMap(java.util.Optional::stream)
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
    out.put("diagnosis", f.diagnosis());
    out.put("cause", f.cause());
    out.put("nextStep", f.nextStep());
    out.put("owner", f.owner());
    return out;
  }
}
