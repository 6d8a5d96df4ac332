package io.parley.merge;

import io.parley.report.Copies;
import io.parley.report.EvidenceFolder;
import io.parley.report.JunitElements;
import io.parley.report.JunitXml;
import io.parley.report.RunRecord;
import io.parley.report.Secrets;
import io.parley.report.allure.MergedResults;
import io.parley.result.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the folder of the merged run: what one run would have written. */
final class MergedReports {
  private static final String HOOK = "hook-before-run.txt";

  private final MergeRequest request;
  private final RunInfo info;
  private final Copies copies = new Copies();
  private final Path evidence;

  MergedReports(MergeRequest request, RunInfo info) {
    this.request = request;
    this.info = info;
    this.evidence = request.out().resolve("evidence");
  }

  /**
   * Writes all of it.
   *
   * @return what the folders lack
   */
  List<String> write(Choice choice) {
    boolean incomplete = choice.isInterrupted() || choice.missingCount() > 0;
    MergedResults allure = new MergedResults(request.out());
    allure.begin();
    evidence(choice, incomplete);
    junit(choice, incomplete);
    record(choice, incomplete);
    List<String> lacking = allure(choice, allure);
    allure.end(info, choice.cases().stream().map(Chosen::result).toList(), request.html());
    return lacking;
  }

  private void evidence(Choice choice, boolean incomplete) {
    EvidenceFolder folder = new EvidenceFolder(evidence);
    folder.runStarted(info);
    choice
        .cases()
        .forEach(
            c ->
                folder.adopt(
                    c.from().path().resolve("evidence"), c.result().played().id(), copies));
    folder.runFinished(incomplete);
    hooks(choice.folders());
  }

  /** What programs said that were started before the runs, one after the other. */
  private void hooks(List<RunFolder> folders) {
    try {
      StringBuilder all = new StringBuilder();
      for (RunFolder folder : folders) {
        Path file = folder.path().resolve("evidence").resolve(HOOK);
        if (Files.isRegularFile(file)) {
          all.append(folder.path()).append('\n').append(Files.readString(file)).append('\n');
        }
      }
      if (!all.isEmpty()) {
        Files.createDirectories(evidence);
        Files.writeString(evidence.resolve(HOOK), all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(evidence + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private void junit(Choice choice, boolean incomplete) {
    JunitXml junit = new JunitXml(request.out().resolve("junit.xml"));
    Map<Path, JunitElements> known = new HashMap<>();
    junit.runStarted(info);
    for (Chosen c : choice.cases()) {
      JunitElements theirs =
          known.computeIfAbsent(c.from().path(), p -> JunitElements.read(p.resolve("junit.xml")));
      junit.adopt(c.result(), theirs.of(c.recorded().id()));
    }
    junit.runFinished(incomplete);
  }

  private void record(Choice choice, boolean incomplete) {
    RunRecord record = new RunRecord(request.out().resolve("run.json"), Secrets.MASKED);
    record.runStarted(info);
    choice.cases().forEach(c -> record.add(c.result().verdict(), c.recorded().fields()));
    record.runFinished(incomplete);
  }

  private List<String> allure(Choice choice, MergedResults allure) {
    List<String> lacking = new ArrayList<>();
    for (RunFolder folder : choice.folders()) {
      Set<String> wanted =
          choice.cases().stream()
              .filter(c -> c.from() == folder)
              .map(c -> c.recorded().id())
              .collect(Collectors.toCollection(HashSet::new));
      int count = wanted.size();
      wanted.removeAll(allure.take(folder.path(), Set.copyOf(wanted)::contains, copies));
      if (!wanted.isEmpty()) {
        lacking.add(
            "%s: allure-results/ has nothing of %d of its %d cases; the HTML report lacks them. Keep the whole folder of a run"
                .formatted(folder.path(), wanted.size(), count));
      }
    }
    return lacking;
  }
}
