package io.parley.report;

import static io.parley.report.Xml.attribute;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code junit.xml}: one test case each, failed as {@code failure}, broken as {@code error},
 * skipped with its reason. The file is valid after every case, so an interrupted run leaves a
 * readable one.
 *
 * <p>The class name is the scenario's folder, the name is the case's identity. The text of a
 * failure is the findings as every report shows them; its type is the kind of the first. How each
 * server reads it: {@link JunitCase}.
 */
public final class JunitXml implements CaseReport {
  private static final String TAIL = "</testsuite>\n</testsuites>\n";
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Path path;
  private final String place;
  private final Map<Verdict, Integer> counts = new TreeMap<>();
  private RunInfo run;
  private Instant last;
  private GrowingFile file;

  /** Writes to that path once the run starts. */
  public JunitXml(Path path) {
    this.path = path;
    this.place = JunitCase.place(path);
  }

  @Override
  public synchronized void runStarted(RunInfo info) {
    run = info;
    last = info.started();
    file = new GrowingFile(path, head(), TAIL);
  }

  @Override
  public void caseFinished(CaseEvidence evidence) {
    CaseResult result = evidence.result();
    add(result, new JunitCase(evidence, place).xml());
  }

  /**
   * Adds a case of another run.
   *
   * @param told what is known of it
   * @param written its element in the report of that run, whose evidence is beside this report now;
   *     empty = there is none any more
   */
  public void adopt(CaseResult told, Optional<String> written) {
    String folder = "evidence/" + EvidenceFolder.name(told.played().id()) + "/";
    Pattern theirs =
        Pattern.compile("(\\[\\[ATTACHMENT\\|)[^\\]\\n]*?" + Pattern.quote(Xml.text(folder)));
    String ours = Matcher.quoteReplacement(Xml.text(place + folder));
    add(
        told,
        written
            .map(text -> theirs.matcher(text).replaceAll("$1" + ours))
            .orElseGet(() -> new JunitCase(new CaseEvidence(told, List.of()), place).xml()));
  }

  private synchronized void add(CaseResult result, String testcase) {
    counts.merge(result.verdict(), 1, Integer::sum);
    last = result.ended().isAfter(last) ? result.ended() : last;
    file.add(head(), testcase, TAIL);
  }

  @Override
  public synchronized void runFinished(boolean interrupted) {
    file.close();
  }

  private String head() {
    int tests = counts.values().stream().mapToInt(Integer::intValue).sum();
    String numbers =
        attribute("tests", tests)
            + attribute("failures", count(Verdict.FAILED))
            + attribute("errors", count(Verdict.BROKEN))
            + attribute("time", Offset.seconds(run.started(), last));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"parley\""
        + numbers
        + ">\n<testsuite"
        + attribute("name", "parley " + run.target())
        + numbers
        + attribute("skipped", count(Verdict.SKIPPED))
        + attribute("timestamp", TIMESTAMP.format(run.started().truncatedTo(ChronoUnit.SECONDS)))
        + ">\n"
        + properties();
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  private String properties() {
    Map<String, String> values = new TreeMap<>();
    run.labels().forEach((k, v) -> values.put("label." + k, v));
    values.put("target", run.target());
    values.put("address", run.targetAddress());
    values.put("version", run.version());
    run.software().ifPresent(s -> values.put("software", s));
    return Xml.properties(values);
  }
}
