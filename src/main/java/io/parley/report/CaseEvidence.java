package io.parley.report;

import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The evidence of one case, made once and shared by every report.
 *
 * @param result the result with its secrets masked
 * @param artifacts findings, ladder, trace, offer and answer, capture, in the order a reader wants
 *     them, what hooks said, and the scenario of a case that failed or broke; what there is none of
 *     is left out
 */
public record CaseEvidence(CaseResult result, List<Artifact> artifacts) {

  /** The names of all files there may be. */
  static final Set<String> FILES =
      Set.of(
          "findings.txt",
          "ladder.svg",
          "trace.txt",
          "offer-answer.txt",
          "call.pcap",
          "hook-after-failed-case.txt",
          "hook-restart-when-dead.txt",
          "scenario.yaml");

  /** Name of the zip in the evidence folder of that name. */
  public static String bundle(String folder) {
    return folder + ".zip";
  }

  /** A finished case of which no evidence is kept. */
  public static CaseEvidence none(CaseResult raw, Secrets secrets) {
    return new CaseEvidence(secrets.mask(raw), List.of());
  }

  /** Makes the evidence of a finished case. */
  public static CaseEvidence of(CaseResult raw, Secrets secrets) {
    CaseResult result = secrets.mask(raw);
    List<Artifact> out = ofPlay(result);
    if (result.wentWrong()) {
      String text = secrets.mask(result.played().scenario().text());
      out.add(Artifact.text("scenario.yaml", "Scenario", text));
    }
    return new CaseEvidence(result, List.copyOf(out));
  }

  /**
   * The evidence of the other plays of the case, oldest first; of those that passed there are no
   * artifacts.
   */
  public List<CaseEvidence> attempts() {
    return result.attempts().stream()
        .map(a -> new CaseEvidence(a, a.wentWrong() ? List.copyOf(ofPlay(a)) : List.of()))
        .toList();
  }

  private static List<Artifact> ofPlay(CaseResult result) {
    List<Artifact> out = new ArrayList<>();
    String findings = FindingText.of(result);
    if (!findings.isEmpty()) {
      out.add(Artifact.text("findings.txt", "Findings", findings));
    }
    if (!result.transcript().isEmpty()) {
      byte[] svg = LadderSvg.of(Ladder.of(result)).getBytes(StandardCharsets.UTF_8);
      out.add(new Artifact("ladder.svg", "Ladder", "image/svg+xml", svg));
      out.add(Artifact.text("trace.txt", "Message trace", Trace.of(result)));
      OfferView.of(result)
          .ifPresent(t -> out.add(Artifact.text("offer-answer.txt", "Offer and answer", t)));
      byte[] pcap = Pcap.of(result.transcript());
      out.add(new Artifact("call.pcap", "Capture", "application/vnd.tcpdump.pcap", pcap));
    }
    for (HookOutput hook : result.hooks()) {
      String file = "hook-" + hook.hook() + ".txt";
      out.add(Artifact.text(file, "Hook " + hook.hook(), hook.report()));
    }
    return out;
  }
}
