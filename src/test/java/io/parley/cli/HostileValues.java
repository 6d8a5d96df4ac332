package io.parley.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What would harm a careless reader, for every place of a message; characters are bytes. */
final class HostileValues {
  static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(2)>";

  /** By a short name. */
  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("script", SCRIPT);
    ALL.put("attribute", "\"><svg onload=alert(3)>' onmouseover='alert(4)");
    ALL.put("cdata", "]]><x>]]]]>&lt;&amp;&#27;{{7*7}}${7*7}</script></pre></svg>");
    ALL.put("escape", "\u001b[2J\u001b]0;owned\u0007\u001b[8m\u009b31m");
    ALL.put("nul", "a\u0000b\u0001c\u007f");
    ALL.put("utf8", "bad \u00ff\u00fe\u00c0\u00af utf");
    ALL.put("bidi", "abc\u00e2\u0080\u00aegnp.exe\u00e2\u0081\u00a6");
    ALL.put("path", "../../../../etc/passwd\\..\\x:|?*");
    ALL.put("long", "L".repeat(1 << 16));
  }

  /** Heads of 64 KiB end a stream; bodies may be longer. */
  private static final int LONGEST_IN_HEAD = 4000;

  private HostileValues() {}

  /** As much of it as a header field can take. */
  static String inHead(String value) {
    return value.substring(0, Math.min(value.length(), LONGEST_IN_HEAD));
  }
}
