package io.parley.report;

import io.parley.model.Finding;
import io.parley.play.CaseResult;
import io.parley.play.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
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

  /** Every offer and answer in order; empty when no message carried SDP. */
  public static Optional<String> of(CaseResult result) {
    String quoted = quoted(result.findings());
    String text =
        SdpRole.of(result.transcript()).entrySet().stream()
            .map(e -> section(e.getKey(), e.getValue(), quoted))
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String quoted(List<Finding> findings) {
    return findings.stream()
        .flatMap(f -> Stream.of(f.actual(), f.expected(), f.closest().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String section(TranscriptEntry entry, SdpRole role, String quoted) {
    SipMessage m = entry.message();
    String way = entry.frame().way() == Frame.Way.IN ? " receives in " : " sends in ";
    String what = role == SdpRole.OFFER ? "offer" : "answer";
    String title = "# " + what + ", " + entry.actor() + way + Visible.line(m.startLine()) + "\n";
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
