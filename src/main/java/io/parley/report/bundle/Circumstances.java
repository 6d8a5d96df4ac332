package io.parley.report.bundle;

import io.parley.model.Case;
import io.parley.report.Visible;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.result.RunInfo;
import java.util.List;
import java.util.TreeMap;

/** What was going on around the call: changes, the target's own log, the tool and its script. */
final class Circumstances {
  private static final int LOG_LINES = 40;

  private final RunInfo run;

  Circumstances(RunInfo run) {
    this.run = run;
  }

  Page.Section changes() {
    Rows rows = new Rows();
    new TreeMap<>(run.labels()).forEach(rows::add);
    rows.add("note", run.notes().stream());
    if (rows.list().isEmpty()) {
      rows.add("told", "none (--label KEY=VALUE and --note TEXT tell them)");
    }
    return rows.section("Recent changes");
  }

  Page.Section log(CaseResult result) {
    Rows rows = new Rows();
    result.hooks().forEach(h -> rows.add(h.hook(), h.ended() + ", see hook-" + h.hook() + ".txt"));
    if (rows.list().isEmpty()) {
      rows.add("collected", "none (hooks: after-failed-case in the target file collects it)");
    }
    return new Page.Section(
        "Log of the SBC",
        rows.list(),
        result.hooks().stream()
            .filter(h -> !h.text().isBlank())
            .map(h -> new Page.Block("Its end", end(h)))
            .toList());
  }

  private static String end(HookOutput hook) {
    List<String> lines = Visible.text(hook.text().replace("\r\n", "\n")).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  Page.Section origin(Case played) {
    return new Rows()
        .add("tool", "Parley " + run.version())
        .add("target", run.target() + " at " + run.targetAddress())
        .add("software", run.software())
        .add("case", played.id().toString())
        .add("scenario", played.scenario().title())
        .add("file", played.scenario().at().file() + ", whole in scenario.yaml")
        .add("must hold", played.scenario().requirement())
        .add("sources", played.scenario().sources().stream())
        .section("Tool, target and scenario");
  }
}
