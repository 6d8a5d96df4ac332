package io.parley.explain;

import io.parley.diagnosis.ReleaseCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A release cause as JSON. */
final class CauseJson {
  private CauseJson() {}

  static Map<String, Object> of(ReleaseCause c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("number", c.number());
    out.put("by", CallJson.word(c.by()));
    out.put("phrase", c.name());
    out.put("about", c.about().words());
    out.put("cause", c.cause());
    out.put("next", c.next());
    out.put("owner", c.owner());
    out.put("becomes", mapped(c.becomes()));
    out.put("made-of", mapped(c.madeOf()));
    out.put("evidence", CallJson.word(c.evidence()));
    out.put("source", c.source());
    return out;
  }

  private static List<Map<String, Object>> mapped(List<ReleaseCause.Mapped> all) {
    return all.stream().map(CauseJson::mapped).toList();
  }

  private static Map<String, Object> mapped(ReleaseCause.Mapped m) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("status", m.status());
    out.put("source", m.source());
    return out;
  }
}
