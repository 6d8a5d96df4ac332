package io.parley.capture;

import java.util.regex.Pattern;

/** Tells lines that a log wrote for itself, between those of a message. */
final class LogLine {
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\s*(?:[\\[(<]?\\d{4}[-/.]\\d\\d[-/.]\\d\\d\\b.*" // 2026-11-20 10:15:01
              + "|[\\[(]?\\d\\d[-/.]\\d\\d[-/.]\\d{2,4}[ T]\\d.*" // 20.11.2026 10:15
              + "|[\\[(]?\\d\\d:\\d\\d:\\d\\d\\b.*" // 10:15:01
              + "|(?:<\\d{1,3}>|\\d{1,7}: )?[*.]?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
              + " {1,2}\\d{1,2} .*" // syslog, IOS
              + "|\\d{1,5} \\d{8} \\d{6}\\..*" // 339 11202026 101501.100846
              + "|\\[[^\\]]{1,48}] .*"
              + "|(?:TRACE|DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|VERBOSE)[\\[( ].*)");

  private LogLine() {}

  /** Whether it begins as lines of logs do: with a time or a level. */
  static boolean isOne(String line) {
    return BEGINS.matcher(line).matches();
  }
}
