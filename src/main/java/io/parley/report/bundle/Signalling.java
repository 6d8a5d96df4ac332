package io.parley.report.bundle;

import io.parley.report.Trace;
import io.parley.report.Visible;
import io.parley.result.TranscriptEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** INVITE and final response as a pair, with what the response says of its reason. */
final class Signalling {
  /** A message longer than that is read in the trace and in the capture. */
  private static final int LONGEST = 16_000;

  private Signalling() {}

  static Page.Section of(Optional<Exchange> exchange) {
    String title = "INVITE and final response";
    if (exchange.isEmpty()) {
      return new Rows().add("INVITE", "none crossed the wire").section(title);
    }
    TranscriptEntry invite = exchange.get().invite();
    Optional<TranscriptEntry> answer = exchange.get().answer();
    Rows rows = new Rows();
    rows.add(
        "response", answer.map(a -> Visible.line(a.message().startLine())).orElse("none came"));
    answer.ifPresent(a -> rows.add("after", milliseconds(invite, a)));
    for (String name : List.of("Warning", "Reason", "Retry-After", "Server", "User-Agent")) {
      rows.add(name, answer.stream().flatMap(a -> a.message().values(name).stream()));
    }
    boolean refused = answer.isPresent() && answer.get().message().status().orElse(0) >= 300;
    if (refused && rows.list().stream().noneMatch(Signalling::saysWhy)) {
      rows.add("Warning, Reason", "the response has neither");
    }
    return new Page.Section(title, rows.list(), blocks(invite, answer));
  }

  private static boolean saysWhy(Page.Row row) {
    return row.name().equals("Warning") || row.name().equals("Reason");
  }

  private static String milliseconds(TranscriptEntry from, TranscriptEntry to) {
    return Duration.between(from.frame().time(), to.frame().time()).toMillis() + " ms";
  }

  private static List<Page.Block> blocks(TranscriptEntry invite, Optional<TranscriptEntry> answer) {
    Instant first = invite.frame().time();
    List<Page.Block> out = new ArrayList<>();
    Stream.concat(Stream.of(invite), answer.stream())
        .forEach(e -> out.add(new Page.Block(name(e), cut(Trace.of(e, first).strip()))));
    return out;
  }

  private static String name(TranscriptEntry entry) {
    return entry.message().isRequest() ? "INVITE" : "Final response";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST)
            + "\n… "
            + (text.length() - LONGEST)
            + " more characters in trace.txt and call.pcap";
  }
}
