package io.parley.report;

import io.parley.model.Finding;
import io.parley.play.CaseResult;
import io.parley.play.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The offers and the answers of a case (RFC 3264), each with the message that carried it. A line
 * that a finding quotes is marked with {@code >>}.
 */
public final class OfferView {
  /** A shorter line ({@code t=0 0}) is found in a finding's text by chance. */
  private static final int SHORTEST_QUOTE = 6;

  private OfferView() {}

  /** Every SDP that was an offer; empty when there was none. */
  public static Optional<String> offer(CaseResult result) {
    return view(result, true);
  }

  /** Every SDP that was an answer; empty when there was none. */
  public static Optional<String> answer(CaseResult result) {
    return view(result, false);
  }

  private static Optional<String> view(CaseResult result, boolean offers) {
    String quoted = quoted(result.findings());
    String text =
        SdpRole.of(result.transcript()).entrySet().stream()
            .filter(e -> e.getValue() == (offers ? SdpRole.OFFER : SdpRole.ANSWER))
            .map(e -> section(e.getKey(), quoted))
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String quoted(List<Finding> findings) {
    return findings.stream()
        .flatMap(f -> Stream.of(f.actual(), f.expected(), f.closest().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String section(TranscriptEntry entry, String quoted) {
    SipMessage m = entry.message();
    String who =
        entry.actor() + (entry.frame().way().name().equals("IN") ? " receives " : " sends ");
    String title = "# " + who + Visible.line(m.startLine()) + "\n";
    return title
        + Visible.of(m.body())
            .lines()
            .map(line -> (marked(line, quoted) ? ">> " : "   ") + line + "\n")
            .collect(Collectors.joining());
  }

  private static boolean marked(String line, String quoted) {
    return line.length() >= SHORTEST_QUOTE && quoted.contains(line);
  }
}
