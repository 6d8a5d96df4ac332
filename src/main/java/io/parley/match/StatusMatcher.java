package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.stream.Collectors;

/** Status patterns against a response. */
final class StatusMatcher {
  private static final int OTHER_STATUS = 8;
  private static final int OTHER_CLASS = 12;

  private StatusMatcher() {}

  static Row match(
      SourcePosition at, List<StatusPattern> patterns, String words, SipMessage message) {
    int line = new MessageLines(message).start();
    int status = message.status().orElse(0);
    if (patterns.stream().anyMatch(p -> p.matches(status))) {
      return Row.met(words, line);
    }
    boolean sameClass = patterns.stream().anyMatch(p -> classOf(p) == status / 100);
    return Row.off(
        FindingKind.STATUS,
        at,
        words,
        line,
        answered(message),
        sameClass ? OTHER_STATUS : OTHER_CLASS);
  }

  static String words(List<StatusPattern> patterns) {
    return patterns.stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  private static int classOf(StatusPattern pattern) {
    if (pattern instanceof StatusPattern.Code c) {
      return c.status() / 100;
    }
    return pattern instanceof StatusPattern.StatusClass k ? k.digit() : -1;
  }

  private static String answered(SipMessage message) {
    if (message.status().isEmpty()) {
      return "received " + message.startLine();
    }
    return ("answered " + message.status().getAsInt() + " " + message.reasonPhrase()).strip();
  }
}
