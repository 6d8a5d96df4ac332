package io.parley.compare;

import io.parley.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@code run.json} written by hand, for what a real run would take long to show. */
public final class RunFile {
  private final Map<String, Object> run = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> cases = new LinkedHashMap<>();
  private String end = "finished";
  private int format = 2;

  public RunFile(String started) {
    run.put("tool", "parley");
    run.put("version", "0.1.0");
    run.put("target", "lab-sbc");
    run.put("address", "192.0.2.10:5060");
    run.put("software", "SBC 7.2");
    run.put("started", started);
    run.put("planned", 0);
  }

  public RunFile about(String field, Object value) {
    run.put(field, value);
    return this;
  }

  public RunFile format(int version) {
    format = version;
    return this;
  }

  public RunFile end(String word) {
    end = word;
    return this;
  }

  /** A case that was played once. */
  public RunFile played(String id, String verdict, String... seen) {
    Map<String, Object> c = fields(id, verdict);
    c.put("plays", List.of(play(verdict, 20)));
    c.put("seen", views(seen));
    return this;
  }

  /** A case that was played as often as there are response times. */
  public RunFile timed(String id, double... ms) {
    Map<String, Object> c = fields(id, "passed");
    List<Object> plays = new ArrayList<>();
    for (double t : ms) {
      plays.add(play("passed", t));
    }
    c.put("plays", plays);
    c.put("seen", views("response/status", "488"));
    return this;
  }

  public RunFile failed(String id, String expected, String actual, String... seen) {
    played(id, "failed", seen);
    cases
        .get(id)
        .put(
            "findings",
            List.of(Map.of("prefix", "unexpected status", "expected", expected, "actual", actual)));
    return this;
  }

  public RunFile skipped(String id, String why) {
    fields(id, "skipped").put("skip", why);
    return this;
  }

  public RunFile hash(String id, String hash) {
    cases.get(id).put("hash", hash);
    return this;
  }

  private Map<String, Object> fields(String id, String verdict) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", id);
    out.put("title", "What " + id.split("[@\\[]")[0] + " shows");
    out.put("verdict", verdict);
    out.put("hash", "0123456789abcdef");
    cases.put(id, out);
    return out;
  }

  private static Map<String, Object> play(String verdict, double ms) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("verdict", verdict);
    out.put("status", 488);
    out.put("provisional", 1.5);
    out.put("answered", ms);
    return out;
  }

  private static Map<String, Object> views(String... seen) {
    Map<String, Object> out = new TreeMap<>();
    for (int i = 0; i < seen.length; i += 2) {
      String[] path = seen[i].split("/", 2);
      @SuppressWarnings("unchecked")
      Map<String, Object> view =
          (Map<String, Object>) out.computeIfAbsent(path[0], k -> new TreeMap<String, Object>());
      String[] values = seen[i + 1].split(" OR ");
      view.put(path[1], values.length == 1 ? values[0] : List.of(values));
    }
    return out;
  }

  public String text() {
    run.put("planned", Math.max(cases.size(), ((Number) run.get("planned")).intValue()));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("format", format);
    out.put("run", run);
    out.put("cases", cases.values());
    out.put("end", end);
    return Json.of(out);
  }

  /** Writes it. */
  public Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("run.json"), text());
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
