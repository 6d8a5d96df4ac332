package io.parley.scenario;

import io.parley.match.OutcomeMatcher;
import io.parley.model.Case;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.yaml.Mapping;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The shipped scenarios as a page: what each is about and what it expects of each far end. */
final class CataloguePage {
  private static final Map<String, String> COLUMNS = columns();

  private static final String HEAD =
      """
      # The catalogue

      What the shipped scenarios ask, by folder: of an SBC in front of Teams, Teams with media bypass, Zoom and a SIPconnect trunk. This page is made from their files
      by `CataloguePageTests`; who reads on finds the requirement, the sources and what a failure means in the file itself.

      A cell says what has to come back, and how well that is known: **D** documented by the vendor, **R** by an RFC, **O** observed in a trace, **I** inferred. A number
      behind the status is the vendor's own, never on the wire. *mended* is 200 to the caller with an offer towards the far end that the far end takes. `plays` is a
      call on both legs, judged step by step; `-` does not apply there.
      """;

  private final Map<String, Map<String, List<Case>>> byFolder = new TreeMap<>();

  private CataloguePage(List<Case> cases) {
    for (Case c : cases) {
      Path file = Path.of(c.scenario().at().file());
      byFolder
          .computeIfAbsent(file.getParent().getFileName().toString(), f -> new TreeMap<>())
          .computeIfAbsent(c.scenario().id(), i -> new ArrayList<>())
          .add(c);
    }
  }

  private static Map<String, String> columns() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("teams-direct-routing", "Teams");
    out.put("teams-media-bypass", "Teams, bypass");
    out.put("zoom-byoc", "Zoom BYOC");
    out.put("sipconnect", "SIPconnect");
    return out;
  }

  /** The page of these cases. */
  static String of(List<Case> cases) {
    StringBuilder out = new StringBuilder(HEAD);
    new CataloguePage(cases).byFolder.forEach((folder, rows) -> section(out, folder, rows));
    return out.toString();
  }

  private static void section(StringBuilder out, String folder, Map<String, List<Case>> rows) {
    out.append("\n## ")
        .append(folder)
        .append(" (")
        .append(rows.size())
        .append(")\n\n| scenario | what | ");
    out.append(String.join(" | ", COLUMNS.values())).append(" |\n|---|---|---|---|---|---|\n");
    rows.forEach((id, cases) -> row(out, folder, id, cases));
  }

  private static void row(StringBuilder out, String folder, String id, List<Case> cases) {
    out.append("| [").append(id).append("](../../scenarios/").append(folder).append('/').append(id);
    out.append(".yaml) | ").append(cell(title(cases.get(0)))).append(" | ");
    out.append(
        COLUMNS.keySet().stream().map(p -> expected(cases, p)).collect(Collectors.joining(" | ")));
    out.append(" |\n");
  }

  /** As the file has it; what its matrix or rows say differs from case to case. */
  private static String title(Case of) {
    return Yaml.read(Path.of(of.scenario().at().file()), new Problems())
        .map(Mapping.class::cast)
        .flatMap(m -> m.get("scenario"))
        .map(Scalar.class::cast)
        .map(s -> s.text().replaceAll("\\$\\{[^}]*}", "…"))
        .orElseThrow();
  }

  private static String expected(List<Case> cases, String profile) {
    return cell(
        cases.stream()
            .filter(c -> c.id().profile().equals(Optional.of(profile)))
            .flatMap(c -> expected(c).stream())
            .distinct()
            .collect(Collectors.joining("; ")));
  }

  private static List<String> expected(Case of) {
    if (of.skip().isPresent()) {
      return List.of("-");
    }
    return of.expected().isEmpty()
        ? List.of("plays")
        : of.expected().values().stream().map(CataloguePage::words).toList();
  }

  private static String words(Expectation expectation) {
    String code = expectation.code().isPresent() ? " (" + expectation.code().getAsInt() + ")" : "";
    String letter = expectation.evidence().map(CataloguePage::letter).orElse("");
    return OutcomeMatcher.words(expectation).replace("2xx with the offer repaired", "mended")
        + code
        + letter;
  }

  private static String letter(Evidence evidence) {
    return " **" + evidence.name().charAt(0) + "**";
  }

  private static String cell(String text) {
    return text.isEmpty() ? "-" : text.replace("|", "\\|");
  }
}
