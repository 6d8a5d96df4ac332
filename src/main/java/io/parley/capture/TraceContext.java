package io.parley.capture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says about a message before it: when, from where and to where. Logs agree on little,
 * so this looks for times, addresses and the words between them.
 */
final class TraceContext {
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ])?(?<!\\d)(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,9}))?");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\d.])(?:\\[\\d{1,3}(?:\\.\\d{1,3}){3}]|\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]*\\d\\.)|\\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*])(?::\\d{1,5})?");
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})\\.(\\d{1,5})(?![\\d.])");
  private static final Pattern TRANSPORT = Pattern.compile("(?i)\\b(udp|tcp|tls)\\b");
  private static final Pattern BACKWARDS = Pattern.compile("(?i)<[-=]|←|received from|\\bfrom\\b");
  private static final Pattern OUT =
      Pattern.compile("(?i)\\b(?:to|outgoing|sent|tx)\\b|send|transmit");

  /** So many lines before a message tell of it. */
  private static final int NEAR = 3;

  private TraceContext() {}

  /** The last time of day in these lines; on the epoch's day where no date stands before it. */
  static Optional<Instant> time(List<String> lines) {
    Optional<Instant> out = Optional.empty();
    for (String line : near(lines)) {
      for (Matcher m = TIME.matcher(line); m.find(); ) {
        out = instant(m).or(() -> Optional.empty());
      }
    }
    return out;
  }

  private static Optional<Instant> instant(Matcher m) {
    String fraction = m.group(7) == null ? "" : m.group(7);
    try {
      LocalDate day =
          m.group(1) == null
              ? LocalDate.EPOCH
              : LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
      LocalTime time = LocalTime.of(number(m, 4), number(m, 5), number(m, 6), nanos);
      return Optional.of(day.atTime(time).toInstant(ZoneOffset.UTC));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static List<String> near(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - NEAR), lines.size());
  }

  /** Between whom, by the last of these lines that names an address. */
  static CapturedMessage.Path path(List<String> all) {
    List<String> lines = near(all).stream().map(TraceContext::withColons).toList();
    // An address without a port is more often that of the log's own host.
    return DumpFields.path(all)
        .or(() -> path(lines, true))
        .or(() -> path(lines, false))
        .orElseGet(() -> new CapturedMessage.Path(transport(lines), "", ""));
  }

  /** tcpdump writes a port as one number more. */
  private static String withColons(String line) {
    return line.contains(" > ") ? DOTTED.matcher(line).replaceAll("$1:$2") : line;
  }

  private static Optional<CapturedMessage.Path> path(List<String> lines, boolean withPort) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      List<Integer> ends = new ArrayList<>();
      List<String> found = new ArrayList<>();
      for (Matcher m = ADDRESS.matcher(line); m.find(); ) {
        if (!withPort || m.group().matches(".*:\\d{1,5}")) {
          found.add(bare(m.group()));
          ends.add(m.start());
          ends.add(m.end());
        }
      }
      if (!found.isEmpty()) {
        return Optional.of(path(line, found, ends));
      }
    }
    return Optional.empty();
  }

  private static CapturedMessage.Path path(String line, List<String> found, List<Integer> ends) {
    String transport = transport(List.of(line));
    int last = found.size() - 1;
    if (last > 0) {
      // A log may name its own host first: the two that belong together stand last.
      String between = line.substring(ends.get(2 * last - 1), ends.get(2 * last));
      boolean back = BACKWARDS.matcher(between).find();
      String first = found.get(last - 1);
      return back
          ? new CapturedMessage.Path(transport, found.get(last), first)
          : new CapturedMessage.Path(transport, first, found.get(last));
    }
    String before = line.substring(0, ends.get(0));
    boolean from = before.toLowerCase(Locale.ROOT).stripTrailing().endsWith("from");
    boolean out = !from && OUT.matcher(before).find();
    return new CapturedMessage.Path(transport, out ? "" : found.get(0), out ? found.get(0) : "");
  }

  /** IPv4 without the brackets that some logs put around it. */
  private static String bare(String address) {
    return address.replaceFirst("^\\[(\\d+(?:\\.\\d+){3})]", "$1");
  }

  private static String transport(List<String> lines) {
    String out = "";
    for (String line : lines) {
      for (Matcher m = TRANSPORT.matcher(line); m.find(); ) {
        out = m.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return out;
  }
}
