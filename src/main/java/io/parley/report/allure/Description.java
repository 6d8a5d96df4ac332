package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.Outcome;
import io.parley.play.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The description of a case in Markdown: what must hold, what was expected of this far end and how
 * well that is known, the clean-up, the file.
 */
final class Description {
  private Description() {}

  static String of(CaseResult result) {
    Case played = result.played();
    List<String> out = new ArrayList<>();
    played.scenario().requirement().ifPresent(r -> out.add(escape(r)));
    played.expected().forEach((name, e) -> out.add(expectation(name, e)));
    String sources =
        SourceLinks.sources(played)
            .distinct()
            .map(s -> "- " + escape(s))
            .collect(Collectors.joining("\n"));
    if (!sources.isEmpty()) {
      out.add("**Sources**\n\n" + sources);
    }
    result.cleanup().ifPresent(c -> out.add("**Clean-up** " + escape(c)));
    result.notes().forEach(n -> out.add("**Note** " + escape(n)));
    out.add("**Scenario** `" + played.scenario().at().file() + "`, case `" + played.id() + "`");
    return String.join("\n\n", out);
  }

  private static String expectation(String name, Expectation e) {
    String outcomes =
        e.any().stream().map(Description::outcome).collect(Collectors.joining(" or "));
    String evidence = e.evidence().map(Description::evidence).orElse("");
    String code = e.code().isPresent() ? "; vendor code " + e.code().getAsInt() : "";
    String why = e.why().map(w -> "; " + escape(w)).orElse("");
    String title = name.isEmpty() ? "**Expected** " : "**Expected (" + escape(name) + ")** ";
    return title + outcomes + evidence + code + why;
  }

  private static String outcome(Outcome o) {
    if (o.repaired()) {
      return "the offer repaired and the call accepted";
    }
    String status =
        o.status().stream().map(Object::toString).collect(Collectors.joining(", ", "`", "`"));
    String headers =
        o.headers().isEmpty()
            ? ""
            : " with "
                + o.headers().stream()
                    .map(HeaderCheck::name)
                    .distinct()
                    .collect(Collectors.joining(", "));
    return status + headers + (o.answer().isPresent() ? " and a checked answer" : "");
  }

  private static String evidence(Evidence e) {
    return " (" + e.name().toLowerCase(Locale.ROOT) + ")";
  }

  /** Markdown's own characters made plain. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1");
  }
}
