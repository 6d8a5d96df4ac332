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

  /** How a comparison marks a line that is off. */
  private static final String MARK = "<<<<<";

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

  /** What the findings say is off: their words, and the marked lines of the closest message. */
  private static String quoted(List<Finding> findings) {
    return findings.stream()
        .flatMap(
            f -> Stream.concat(Stream.of(f.actual(), f.expected()), marked(f.closest().orElse(""))))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> marked(String closest) {
    return closest.lines().filter(line -> line.contains(MARK)).map(l -> l.split(MARK)[0]);
  }

  private static String section(TranscriptEntry entry, SdpRole role, String quoted) {
    SipMessage m = entry.message();
    String way = entry.frame().way() == Frame.Way.IN ? " receives in " : " sends in ";
    String what = role == SdpRole.OFFER ? "offer" : "answer";
    String title = "# " + what + ", " + entry.actor() + way + Visible.line(m.startLine()) + "\n";
    return title
        + Visible.of(m.body())
            .lines()
            .map(line -> (isQuoted(line, quoted) ? ">> " : "   ") + line + "\n")
            .collect(Collectors.joining());
  }

  private static boolean isQuoted(String line, String quoted) {
    return line.length() >= SHORTEST_QUOTE && quoted.contains(line);
  }
}
