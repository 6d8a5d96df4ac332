package io.parley.play.script;

import io.parley.model.TimeText;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message and its copies, in the order in which they came.
 *
 * @param entries the first and each copy; empty while it has not come
 */
record Series(List<TranscriptEntry> entries) {

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The latest copy; null where the message has not come. */
  SipMessage last() {
    return isEmpty() ? null : entries.get(entries.size() - 1).message();
  }

  /** When the copies came that came between both. */
  List<Instant> copies(Instant from, Instant until) {
    return entries.stream()
        .skip(1)
        .map(e -> e.frame().time())
        .filter(t -> !t.isBefore(from) && !t.isAfter(until))
        .toList();
  }

  /** The time from each to the next. */
  List<Duration> gaps() {
    List<Duration> out = new ArrayList<>();
    for (int i = 1; i < entries.size(); i++) {
      out.add(Duration.between(entries.get(i - 1).frame().time(), entries.get(i).frame().time()));
    }
    return out;
  }

  /** When each came. */
  List<Instant> times() {
    return entries.stream().map(e -> e.frame().time()).toList();
  }

  /** {@code INVITE …; again after 0.5 s, 1 s}. */
  String table() {
    String gaps = String.join(", ", gaps().stream().map(TimeText::of).toList());
    String first = entries.get(0).message().startLine();
    return gaps.isEmpty() ? first : first + ", again after " + gaps;
  }

  /** {@code it came again twice within 2 s: …}. */
  String again(int count, String span) {
    return "it came again " + times(count) + span + ": " + table();
  }

  /** How often, in words. */
  static String times(int count) {
    return count == 0 ? "not once" : count == 1 ? "once" : count + " times";
  }
}
