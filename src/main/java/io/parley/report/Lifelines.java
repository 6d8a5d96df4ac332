package io.parley.report;

import io.parley.model.Actor;
import io.parley.report.Ladder.Lifeline;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who stands where: callers left, the target in the middle, callees right. */
final class Lifelines {
  private static final String TARGET = "SBC";

  private final List<Lifeline> list = new ArrayList<>();
  private final Map<String, Integer> index = new LinkedHashMap<>();
  private int target;

  private Lifelines() {}

  static Lifelines of(CaseResult result) {
    Map<String, Set<String>> ours = new LinkedHashMap<>();
    Set<String> theirs = new LinkedHashSet<>();
    result.played().scenario().actors().keySet().forEach(a -> ours.put(a, new LinkedHashSet<>()));
    for (TranscriptEntry e : result.transcript()) {
      Flow flow = e.frame().flow();
      ours.computeIfAbsent(e.actor(), k -> new LinkedHashSet<>()).add(Flow.text(flow.local()));
      theirs.add(Flow.text(flow.remote()));
    }
    Lifelines out = new Lifelines();
    ours.keySet().stream().filter(a -> !isCallee(result, a)).forEach(a -> out.add(a, ours));
    out.target = out.list.size();
    out.list.add(new Lifeline(TARGET, List.copyOf(theirs), true));
    ours.keySet().stream().filter(a -> isCallee(result, a)).forEach(a -> out.add(a, ours));
    return out;
  }

  private void add(String actor, Map<String, Set<String>> ours) {
    index.put(actor, list.size());
    list.add(new Lifeline(actor, List.copyOf(ours.get(actor)), false));
  }

  /** By the script; an actor that the script does not name is called if it first receives. */
  private static boolean isCallee(CaseResult result, String actor) {
    Actor scripted = result.played().scenario().actors().get(actor);
    if (scripted != null) {
      return scripted.side() == Actor.Side.FAR;
    }
    return result.transcript().stream()
        .filter(e -> e.actor().equals(actor))
        .findFirst()
        .map(e -> e.frame().way() == Frame.Way.IN && e.message().isRequest())
        .orElse(false);
  }

  List<Lifeline> list() {
    return List.copyOf(list);
  }

  int target() {
    return target;
  }

  int of(String actor) {
    return index.get(actor);
  }

  /** The actor that a step's text begins with, else the first. */
  int named(String stepText) {
    return index.keySet().stream()
        .filter(a -> stepText.startsWith(a + " "))
        .findFirst()
        .map(index::get)
        .orElse(0);
  }
}
