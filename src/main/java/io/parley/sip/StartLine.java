package io.parley.sip;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a message (RFC 3261 §7.1, §7.2), as far as it can be read. */
final class StartLine {
  private static final Pattern STATUS_LINE =
      Pattern.compile("(SIP/\\S+)\\s+(\\d{3})(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(\\S+)\\s+(\\S|\\S.*\\S)\\s+(SIP/\\S+)\\s*", Pattern.DOTALL);

  private final String text;
  private final Matcher status;
  private final Matcher request;

  StartLine(String text) {
    this.text = text;
    this.status = matched(STATUS_LINE, text);
    this.request = status == null ? matched(REQUEST_LINE, text) : null;
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher m = pattern.matcher(line);
    return m.matches() ? m : null;
  }

  String text() {
    return text;
  }

  boolean isResponse() {
    return status != null;
  }

  boolean isRequest() {
    return request != null;
  }

  String version() {
    return isResponse() ? status.group(1) : isRequest() ? request.group(3) : "";
  }

  OptionalInt status() {
    return isResponse() ? OptionalInt.of(Integer.parseInt(status.group(2))) : OptionalInt.empty();
  }

  String reasonPhrase() {
    return isResponse() && status.group(3) != null ? status.group(3).strip() : "";
  }

  /** Method of a request; empty for anything else. */
  String method() {
    return isRequest() ? request.group(1) : "";
  }

  String requestUri() {
    return isRequest() ? request.group(2) : "";
  }
}
