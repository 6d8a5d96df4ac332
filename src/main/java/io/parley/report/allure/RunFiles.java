package io.parley.report.allure;

import io.parley.model.FindingKind;
import io.parley.play.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of {@code allure-results/} that speak of the run: environment, categories, executor.
 */
final class RunFiles {
  private static final Pattern BUILD_ORDER = Pattern.compile("\"buildOrder\"\\s*:\\s*(\\d+)");

  private RunFiles() {}

  static void write(Path folder, RunInfo run) {
    try {
      text(folder.resolve("environment.properties"), environment(run));
      text(folder.resolve("categories.json"), categories());
      text(folder.resolve("executor.json"), executor(folder, run));
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be written. Name another folder with --out", e);
    }
  }

  private static void text(Path path, String text) throws IOException {
    Files.writeString(path, text);
  }

  private static String environment(RunInfo run) {
    Map<String, String> values = new TreeMap<>();
    run.labels().forEach((k, v) -> values.put("label." + k, v));
    values.put("target", run.target());
    values.put("target.address", run.targetAddress());
    run.software().ifPresent(s -> values.put("target.software", s));
    run.before().ifPresent(h -> values.put("hook." + h.hook(), h.ended()));
    values.put("parley.version", run.version());
    values.put("started", run.started().toString());
    return values.entrySet().stream()
        .map(e -> property(e.getKey()).replace(" ", "\\ ") + "=" + property(e.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Escaped for a properties file, which Java reads as ISO 8859-1. */
  private static String property(String text) {
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

  /** One category a kind of finding; a status message starts with the kind's prefix. */
  private static String categories() {
    Stream<String> kinds =
        Stream.of(FindingKind.values())
            .map(
                k ->
                    category(
                        k.prefix(),
                        k.breaks() ? "broken" : "failed",
                        "^" + k.prefix() + "\\\\b.*"));
    Stream<String> skipped = Stream.of(category("does not apply here", "skipped", ".*"));
    return Stream.concat(kinds, skipped).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String category(String name, String status, String regex) {
    String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return "{\"name\":\""
        + title
        + "\",\"matchedStatuses\":[\""
        + status
        + "\"],\"messageRegex\":\""
        + regex
        + "\"}";
  }

  /** The build order counts the reports in this place, so that trends are drawn in order. */
  private static String executor(Path folder, RunInfo run) throws IOException {
    int order = previous(folder.resolve("history/history-trend.json")) + 1;
    String target = run.target().replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"name\":\"Parley "
        + run.version()
        + "\",\"type\":\"parley\",\"reportName\":\"Parley: "
        + target
        + "\",\"buildName\":\"run "
        + order
        + "\",\"buildOrder\":"
        + order
        + "}\n";
  }

  private static int previous(Path trend) throws IOException {
    if (!Files.exists(trend)) {
      return 0;
    }
    Matcher m = BUILD_ORDER.matcher(Files.readString(trend, StandardCharsets.UTF_8));
    int latest = 0;
    while (m.find()) {
      latest = Math.max(latest, Integer.parseInt(m.group(1)));
    }
    return latest;
  }
}
