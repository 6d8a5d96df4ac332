package io.parley.report;

import io.parley.media.Packet;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/**
 * All messages of a case as text, in the manner of sngrep and ngrep: one line with time, addresses
 * and actor, then the message. Times are UTC; the offset is seconds since the first message.
 *
 * <p>CRLF is shown as a line end. What a reader could not see is made visible: control characters
 * as {@code \x00}, bytes that are not UTF-8 as {@code \xff}, a line end that is not CRLF as {@code
 * \n}.
 */
public final class Trace {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private Trace() {}

  /** The trace of a case. */
  public static String of(CaseResult result) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(result.played().id()).append('\n');
    out.append("# ").append(Visible.line(result.played().scenario().title())).append('\n');
    out.append("# ").append(FindingText.verdict(result)).append("\n");
    if (result.transcript().isEmpty()) {
      return out.append("\nNothing crossed the wire.\n").toString();
    }
    Instant first = result.transcript().get(0).frame().time();
    result.transcript().forEach(entry -> message(out, entry, first));
    return out.toString();
  }

  /**
   * One message as it stands in a trace.
   *
   * @param first time that its offset counts from
   */
  public static String of(TranscriptEntry entry, Instant first) {
    StringBuilder out = new StringBuilder();
    message(out, entry, first);
    return out.toString();
  }

  /** What a packet says, one line each, its own form being binary. */
  private static String packet(Packet packet) {
    return (packet.title() + "\n" + packet.describe())
        .lines()
        .map(line -> Visible.line(line) + "\n")
        .collect(Collectors.joining());
  }

  private static void message(StringBuilder out, TranscriptEntry entry, Instant first) {
    Frame frame = entry.frame();
    Flow flow = frame.flow();
    boolean in = frame.way() == Frame.Way.IN;
    out.append('\n')
        .append(TIME.format(frame.time()))
        .append("  ")
        .append(Offset.of(first, frame.time()))
        .append("  ")
        .append(flow.transport())
        .append("  ")
        .append(Flow.text(in ? flow.remote() : flow.local()))
        .append(" -> ")
        .append(Flow.text(in ? flow.local() : flow.remote()))
        .append("  ")
        .append(entry.actor())
        .append(in ? " receives" : " sends")
        .append(entry.retransmission() ? ", retransmission" : "")
        .append(entry.cleanup() ? ", clean-up" : "")
        .append('\n')
        .append(entry.packet().map(Trace::packet).orElseGet(() -> Visible.of(frame.bytes())));
    if (out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
