package io.parley.merge;

import io.parley.record.UnreadableRunException;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts runs together that each played a part of the cases. */
public final class Merge {
  private final MergeRequest request;

  private Merge(MergeRequest request) {
    this.request = request;
  }

  /**
   * Merges; everything is written when this returns.
   *
   * @throws MergeRefusedException when these are not parts of one run; nothing was written
   * @throws java.io.UncheckedIOException when a file cannot be read or written; the message says
   *     which, and what to do
   */
  public static MergeOutcome of(MergeRequest request) {
    return new Merge(request).merged();
  }

  private MergeOutcome merged() {
    List<RunFolder> folders = folders();
    Choice choice = Choice.of(folders);
    List<CaseResult> results = choice.cases().stream().map(Chosen::result).toList();
    RunInfo info = info(folders, choice);
    List<String> remarks = new ArrayList<>(remarks(folders, choice));
    remarks.addAll(new MergedReports(request, info).write(choice));
    return new MergeOutcome(
        folders.stream().map(RunFolder::words).toList(),
        List.copyOf(remarks),
        results,
        took(results, info.started()),
        written(),
        choice.missingCount(),
        choice.missing(),
        choice.missingShards(),
        choice.isInterrupted());
  }

  private List<RunFolder> folders() {
    List<RunFolder> folders = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path path : request.folders()) {
      try {
        folders.add(RunFolder.read(path));
      } catch (UnreadableRunException e) {
        unreadable.add(e.getMessage());
      }
    }
    List<String> objections = unreadable.isEmpty() ? objections(folders) : unreadable;
    if (!objections.isEmpty()) {
      throw new MergeRefusedException(objections);
    }
    return folders;
  }

  private List<String> objections(List<RunFolder> folders) {
    Path out = request.out().toAbsolutePath().normalize();
    Stream<String> overwritten =
        folders.stream()
            .filter(f -> f.path().toAbsolutePath().normalize().equals(out))
            .map(f -> "--out " + request.out() + ": is one of the runs. Name another folder");
    return Stream.concat(overwritten, Objections.to(folders).stream()).toList();
  }

  private static List<String> remarks(List<RunFolder> folders, Choice choice) {
    List<String> out = new ArrayList<>();
    List<String> versions = all(folders, "version");
    if (versions.size() > 1) {
      out.add("the runs are of different versions of Parley: " + String.join(", ", versions));
    }
    if (choice.twice() > 0) {
      out.add(
          choice.twice()
              + (choice.twice() == 1 ? " case is" : " cases are")
              + " in several runs; what was played counts before what was skipped, then the later"
              + " play");
    }
    return out;
  }

  private static List<String> all(List<RunFolder> folders, String field) {
    return folders.stream().flatMap(f -> f.run().about(field).stream()).distinct().toList();
  }

  private static RunInfo info(List<RunFolder> folders, Choice choice) {
    List<String> software = all(folders, "software");
    return RunInfo.of(
            folders.get(0).run().about("target").orElse(""),
            String.join(", ", all(folders, "address")),
            String.join(", ", all(folders, "version")),
            folders.stream().map(RunFolder::started).min(Comparator.naturalOrder()).orElseThrow())
        .software(software.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", software)))
        .cases(choice.cases().size() + choice.missingCount())
        .labels(labels(folders))
        .build();
  }

  /** Those of all runs; where they differ, each value. */
  private static Map<String, String> labels(List<RunFolder> folders) {
    Map<String, List<String>> out = new TreeMap<>();
    for (RunFolder folder : folders) {
      if (folder.run().run().get("labels") instanceof Map<?, ?> labels) {
        labels.forEach(
            (k, v) ->
                out.computeIfAbsent(k.toString(), n -> new ArrayList<>()).add(String.valueOf(v)));
      }
    }
    return out.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> e.getValue().stream().distinct().collect(Collectors.joining(", "))));
  }

  private static Duration took(List<CaseResult> results, Instant started) {
    Instant end =
        results.stream().map(CaseResult::ended).max(Comparator.naturalOrder()).orElse(started);
    return Duration.between(started, end);
  }

  private Map<String, Path> written() {
    Map<String, Path> out = new LinkedHashMap<>();
    if (request.html()) {
      out.put("report", request.out().resolve("allure-report/index.html"));
    }
    out.put("evidence", request.out().resolve("evidence"));
    out.put("junit", request.out().resolve("junit.xml"));
    return out;
  }
}
