package io.parley.report.allure;

import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the target called itself in its messages (Server, User-Agent; RFC 3261 §20.35, §20.41). A
 * target may be several programs, or pass on what others said.
 */
final class SoftwareSeen {
  /** More would be made up by the target for each call, and say nothing. */
  private static final int MOST = 8;

  private final Set<String> servers = new TreeSet<>();

  synchronized void add(CaseResult result) {
    if (servers.size() >= MOST) {
      return;
    }
    result.transcript().stream()
        .filter(e -> e.frame().way() == Frame.Way.IN)
        .map(TranscriptEntry::message)
        .flatMap(SoftwareSeen::names)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(servers::add);
  }

  private static Stream<String> names(SipMessage message) {
    return message.values(message.isRequest() ? "User-Agent" : "Server").stream();
  }

  /** All names, sorted; empty where it told none. */
  synchronized Optional<String> text() {
    return servers.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", servers.stream().limit(MOST).toList()));
  }
}
