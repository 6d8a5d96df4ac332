package io.parley.report;

import io.parley.model.Verdict;
import io.parley.record.RecordedRun;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.ShardInfo;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

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
 *           plays [verdict, status, provisional, answered (ms)], oldest first, and where there are
 *           several [started, ms, findings, cleanup] of each,
 *           seen {view {trait value}}, see {@link io.parley.record.Seen},
 *           findings [kind, prefix, at, expected, actual, closest,
 *           diagnosis, cause, nextStep, owner], notes,
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
  public void caseFinished(CaseEvidence evidence) {
    CaseResult told = evidence.result();
    CaseResult result = readable ? Secrets.MASKED.mask(told) : told;
    Map<String, Object> fields = CaseFields.of(result);
    if (!evidence.artifacts().isEmpty()) {
      fields.put("folder", "evidence/" + EvidenceFolder.name(result.played().id()));
    }
    add(result.verdict(), fields);
  }

  /** Adds a case as the record of another run has it. */
  public synchronized void add(Verdict verdict, Map<String, Object> fields) {
    counts.merge(verdict, 1, Integer::sum);
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
}
