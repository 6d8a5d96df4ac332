package io.parley.report.bundle;

import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.report.EvidenceFolder;
import io.parley.report.FindingText;
import io.parley.report.Pcap;
import io.parley.report.Trace;
import io.parley.report.Visible;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Packs the evidence of a case into one zip:
 *
 * <pre>
 * &lt;case&gt;/summary.html       the first page, to look at and to print
 * &lt;case&gt;/README.txt         the same as text
 * &lt;case&gt;/…                  every artifact of the case: trace, ladder, capture, scenario, logs
 * &lt;case&gt;/attempts/1/…       trace and capture of each other play of the case
 * &lt;case&gt;/SHA256SUMS         a checksum of each of them, for sha256sum -c
 * </pre>
 *
 * The same evidence gives the same bytes.
 */
final class Bundles {
  private static final String SUMMARY = "summary.html";
  private static final String README = "README.txt";

  private final RunInfo run;
  private final Moment moment;

  /**
   * Bundles of a run.
   *
   * @param run what it is about, secrets masked
   * @param zone the zone that times are told in beside UTC
   */
  Bundles(RunInfo run, ZoneId zone) {
    this.run = run;
    this.moment = new Moment(zone);
  }

  /** The evidence with its bundle as the last artifact. */
  CaseEvidence with(CaseEvidence evidence) {
    List<Artifact> all = new ArrayList<>(evidence.artifacts());
    all.add(bundle(evidence));
    return new CaseEvidence(evidence.result(), List.copyOf(all));
  }

  private Artifact bundle(CaseEvidence evidence) {
    String name = EvidenceFolder.name(evidence.result().played().id());
    byte[] zip = ZipFile.of(name, files(evidence));
    return new Artifact(CaseEvidence.bundle(name), "Evidence bundle", "application/zip", zip);
  }

  private Map<String, byte[]> files(CaseEvidence evidence) {
    Map<String, byte[]> proof = new LinkedHashMap<>();
    evidence.artifacts().forEach(a -> proof.put(a.file(), a.bytes()));
    attempts(proof, evidence.result().attempts());
    Page page = page(evidence, proof);
    Optional<Artifact> ladder =
        evidence.artifacts().stream().filter(a -> a.file().equals("ladder.svg")).findFirst();
    Map<String, byte[]> out = new LinkedHashMap<>();
    out.put(SUMMARY, bytes(PageHtml.of(page, ladder.map(Artifact::bytes).orElse(null))));
    out.put(README, bytes(PageText.of(page)));
    out.putAll(proof);
    out.put(Checksums.FILE, bytes(Checksums.of(out)));
    return out;
  }

  private static void attempts(Map<String, byte[]> out, List<CaseResult> attempts) {
    for (int i = 0; i < attempts.size(); i++) {
      CaseResult attempt = attempts.get(i);
      String folder = "attempts/" + (i + 1) + "/";
      out.put(folder + "findings.txt", bytes(FindingText.of(attempt)));
      if (!attempt.transcript().isEmpty()) {
        out.put(folder + "trace.txt", bytes(Trace.of(attempt)));
        out.put(folder + "call.pcap", Pcap.of(attempt.transcript()));
      }
    }
  }

  private Page page(CaseEvidence evidence, Map<String, byte[]> proof) {
    CaseResult result = evidence.result();
    CaseResult telling = result.telling();
    Optional<Exchange> exchange = Exchange.of(telling.transcript());
    History history = new History(moment);
    Circumstances around = new Circumstances(run);
    return new Page(
        "Evidence: " + result.played().id(),
        Visible.line(result.played().scenario().title()) + ": " + FindingText.verdict(result),
        List.of(
            Judgement.of(telling),
            history.times(telling, exchange),
            history.attempts(result),
            Parties.call(exchange, telling.transcript()),
            Parties.endpoint(result.played(), exchange),
            Network.of(telling.transcript()),
            Signalling.of(exchange),
            around.changes(),
            around.log(result),
            around.origin(result.played()),
            contents(evidence, proof)));
  }

  private static Page.Section contents(CaseEvidence evidence, Map<String, byte[]> proof) {
    Map<String, String> titles =
        evidence.artifacts().stream().collect(Collectors.toMap(Artifact::file, Artifact::title));
    Rows rows = new Rows();
    proof.forEach(
        (file, bytes) ->
            rows.add(
                file, titles.getOrDefault(file, "of that play") + ", " + bytes.length + " bytes"));
    return rows.add(Checksums.FILE, "their checksums, for sha256sum -c").section("Files");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
