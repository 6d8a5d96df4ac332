package io.parley.explain;

import io.parley.capture.Capture;
import io.parley.report.Json;
import io.parley.report.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Explanations for programs: one JSON object on one line, keys masked. */
public final class ExplanationJson {
  /** Fields whose words are those of our profiles and tables. */
  private static final Set<String> OURS =
      Set.of(
          "profile",
          "profiles",
          "taken-by",
          "says",
          "evidence",
          "source",
          "rule",
          "cause",
          "next",
          "owner",
          "by",
          "phrase");

  private ExplanationJson() {}

  /** A capture, part by part: one of many calls is large. */
  public static void write(Explanation e, Consumer<String> out) {
    String head = masked(capture(e));
    out.accept(head.substring(0, head.length() - 1) + ",\"calls\":[");
    String comma = "";
    for (ExplainedCall call : e.calls()) {
      out.accept(comma + masked(CallJson.of(call, e.named())));
      comma = ",";
    }
    out.accept("]}");
  }

  /** A code. */
  public static String of(CodeLookup lookup) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("asked", lookup.asked());
    out.put("reading", lookup.reading());
    out.put("meanings", lookup.meanings().stream().map(CallJson::meaning).toList());
    if (!lookup.causes().isEmpty()) {
      out.put("release-causes", lookup.causes().stream().map(CauseJson::of).toList());
    }
    return Json.of(out);
  }

  /** A comparison. */
  public static String of(Comparison c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("failing", CallJson.of(c.failing(), false));
    out.put("working", CallJson.of(c.working(), false));
    out.put("differences", c.differences().stream().map(ExplanationJson::difference).toList());
    return masked(out);
  }

  /** Text by text: what JSON puts around a secret would be taken for a part of it. */
  private static String masked(Map<String, Object> json) {
    List<String> texts = new ArrayList<>();
    told("", json, texts);
    return Json.of(Json.map(json, Secrets.MASKED.over(texts.stream())));
  }

  /** The texts that a capture can have brought in. */
  private static void told(String field, Object value, List<String> out) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> told(k.toString(), v, out));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> told(field, item, out));
    } else if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(v -> told(field, v, out));
    } else if (value != null && !OURS.contains(field)) {
      out.add(value.toString());
    }
  }

  private static Map<String, Object> capture(Explanation e) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", e.capture().name());
    out.put("kind", CallJson.word(e.capture().kind()));
    out.put(e.capture().kind().unit() + "s", e.capture().tally().units());
    out.put("sip-messages", e.capture().tally().sip());
    out.put("damage", e.capture().damage());
    out.put("calls-explained", e.calls().size());
    Capture.LeftOut left = e.capture().tally().leftOut();
    if (left.any()) {
      out.put("left-out", Map.of("invites", left.invites(), "answered", left.finals()));
    }
    out.put("profiles", e.profiles());
    return out;
  }

  private static Map<String, Object> difference(Difference d) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("subject", d.subject().label());
    out.put("what", d.what());
    out.put("failing", d.failing());
    out.put("working", d.working());
    out.put("rule", d.rule());
    return out;
  }
}
