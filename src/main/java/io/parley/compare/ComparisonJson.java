package io.parley.compare;

import io.parley.record.RecordedRun;
import io.parley.report.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two runs held against each other, for a program; one line.
 *
 * <pre>
 * before, after  file, target, address, software, version, started, cases, end
 * compared       how many cases were played in both
 * counts         by kind of difference
 * remarks        in words
 * cases          id, title, before, after, scenarioChanged, finding,
 *                differences [kind, where, what, from, to], details [the same]
 * accepted       id, kind, where, what, from, to, reason
 * </pre>
 */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** All of it on one line. */
  public static String of(RunComparison c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("before", run(c.before()));
    out.put("after", run(c.after()));
    out.put("compared", c.compared());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      if (c.count(kind) > 0) {
        counts.put(kind.label(), c.count(kind));
      }
    }
    out.put("counts", counts);
    out.put("remarks", c.remarks());
    out.put("cases", c.cases().stream().map(ComparisonJson::fields).toList());
    out.put("accepted", c.accepted().stream().map(ComparisonJson::fields).toList());
    return Json.of(out);
  }

  private static Map<String, Object> run(RecordedRun run) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", run.path());
    for (String field : List.of("target", "address", "software", "version", "started")) {
      run.about(field).ifPresent(v -> out.put(field, v));
    }
    out.put("cases", run.cases().size());
    out.put("end", run.end());
    return out;
  }

  private static Map<String, Object> fields(ComparedCase c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", c.id());
    out.put("title", c.title());
    out.put("before", c.before().map(v -> v.name().toLowerCase(Locale.ROOT)));
    out.put("after", c.after().map(v -> v.name().toLowerCase(Locale.ROOT)));
    out.put("scenarioChanged", c.scenarioChanged());
    out.put("finding", c.finding());
    out.put("differences", c.differences().stream().map(ComparisonJson::fields).toList());
    if (!c.details().isEmpty()) {
      out.put("details", c.details().stream().map(ComparisonJson::fields).toList());
    }
    return out;
  }

  private static Map<String, Object> fields(Difference d) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", d.kind().label());
    out.put("where", d.where());
    out.put("what", d.what());
    out.put("from", d.from());
    out.put("to", d.to());
    return out;
  }

  private static Map<String, Object> fields(RunComparison.Accepted a) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", a.id());
    out.putAll(fields(a.difference()));
    out.put("reason", a.reason());
    return out;
  }
}
