package io.parley.report.allure;

import io.parley.result.RunInfo;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a run took place: its target and what that called itself, its labels, the versions of the
 * programs.
 *
 * @param values by name, in {@link #ORDER}
 */
record Environment(Map<String, String> values) {
  /** The overview shows five rows, and more when asked: the target first, then the labels. */
  static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.startsWith("target"))
          .thenComparing(name -> !name.startsWith("label."))
          .thenComparing(Comparator.naturalOrder());

  static Environment of(RunInfo run, SoftwareSeen seen) {
    Map<String, String> values = new TreeMap<>(ORDER);
    run.labels().forEach((k, v) -> values.put("label." + k, v));
    values.put("target", run.target());
    values.put("target.address", run.targetAddress());
    run.software().ifPresent(s -> values.put("target.software", s));
    seen.text().ifPresent(s -> values.put("target.server-header", s));
    run.before().ifPresent(h -> values.put("hook." + h.hook(), h.ended()));
    values.put("parley.version", run.version());
    values.put("java.version", property("java.vm.name") + " " + property("java.runtime.version"));
    values.put(
        "os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    values.put("started", run.started().toString());
    return new Environment(values);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }

  /** The text of {@code environment.properties}. */
  String properties() {
    return values.entrySet().stream()
        .map(e -> escaped(e.getKey()).replace(" ", "\\ ") + "=" + escaped(e.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Escaped for a properties file, which Java reads as ISO 8859-1. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '\\' || c == '=' || c == ':' || c == '#' || c == '!') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
