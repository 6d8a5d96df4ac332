package io.parley.report;

import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The offers and the answers of a case (RFC 3264), each with the message that carried it, and the
 * lines that a finding or a note quotes.
 */
public final class OfferView {
  /** A shorter line ({@code t=0 0}) is found in a finding's text by chance. */
  private static final int SHORTEST_QUOTE = 6;

  /** How a comparison marks a line that is off, and what stands left of the line. */
  private static final String MARK = "<<<<<";

  private static final String BAR = " | ";

  /**
   * One description.
   *
   * @param title what it is and where it was seen: {@code answer, caller receives in SIP/2.0 200
   *     OK}
   * @param lines its lines, of which some may be at fault
   */
  public record Description(String title, List<Line> lines) {}

  /**
   * A line of a description.
   *
   * @param text without what a terminal would obey
   * @param fault whether a finding or a note quotes it
   */
  public record Line(String text, boolean fault) {}

  private OfferView() {}

  /** As text, lines at fault begin with {@code >>}; empty when no message carried SDP. */
  public static Optional<String> of(CaseResult result) {
    String text =
        descriptions(result).stream().map(OfferView::section).collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String section(Description description) {
    return "# "
        + description.title
        + "\n"
        + description.lines.stream()
            .map(line -> (line.fault ? ">> " : "   ") + line.text + "\n")
            .collect(Collectors.joining());
  }

  /** Every offer and answer in order. */
  public static List<Description> descriptions(CaseResult result) {
    String quoted = quoted(result);
    return SdpRole.of(result.transcript()).entrySet().stream()
        .map(e -> description(e.getKey(), e.getValue(), quoted))
        .toList();
  }

  private static Description description(TranscriptEntry entry, SdpRole role, String quoted) {
    SipMessage m = entry.message();
    String way = entry.frame().way() == Frame.Way.IN ? " receives in " : " sends in ";
    String what = role == SdpRole.OFFER ? "offer" : "answer";
    return new Description(
        what + ", " + entry.actor() + way + Visible.line(m.startLine()),
        Visible.of(m.body()).lines().map(l -> new Line(l, isQuoted(l, quoted))).toList());
  }

  /**
   * What is said to be off: the words of findings and notes, and the marked lines of the closest
   * message.
   */
  private static String quoted(CaseResult result) {
    Stream<String> findings =
        result.findings().stream()
            .flatMap(
                f ->
                    Stream.concat(
                        Stream.of(f.actual(), f.expected()), marked(f.closest().orElse(""))));
    return Stream.concat(findings, result.notes().stream()).collect(Collectors.joining("\n"));
  }

  /** A mark beside nothing belongs to the line above: more than one thing is off in that. */
  private static Stream<String> marked(String closest) {
    List<String> out = new ArrayList<>();
    String last = "";
    for (String row : closest.lines().toList()) {
      String right = row.substring(row.indexOf(BAR) + 1);
      String line = right.split(MARK)[0].replaceFirst("^\\|", "").strip();
      last = line.isEmpty() ? last : line;
      if (row.contains(MARK)) {
        out.add(last);
      }
    }
    return out.stream();
  }

  private static boolean isQuoted(String line, String quoted) {
    return line.length() >= SHORTEST_QUOTE && quoted.contains(line);
  }
}
