package io.parley.scenario;

import io.parley.model.Capability;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.RawMessage;
import io.parley.model.Scenario;
import io.parley.scenario.context.LoadContext;
import io.parley.scenario.expand.CaptureNames;
import io.parley.scenario.expand.Includes;
import io.parley.scenario.expand.Matrix;
import io.parley.scenario.expand.Names;
import io.parley.scenario.expand.RowTable;
import io.parley.scenario.expand.UnusedNames;
import io.parley.scenario.expand.Variables;
import io.parley.scenario.files.Index;
import io.parley.scenario.files.SourceFile;
import io.parley.scenario.lint.Lint;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.Applies;
import io.parley.scenario.surface.Language;
import io.parley.scenario.surface.RawReader;
import io.parley.scenario.write.CaseWriter;
import io.parley.yaml.Binder;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Readers;
import io.parley.yaml.Yaml;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one file: each cell of its matrix becomes a scenario, and that a case for each profile. */
final class ScenarioReader {
  private final LoadContext context;
  private final Index index;
  private final Problems problems;
  private final Problems warnings;

  /**
   * A reader.
   *
   * @param problems what is wrong
   * @param warnings what is allowed, but of no use
   */
  ScenarioReader(LoadContext context, Index index, Problems problems, Problems warnings) {
    this.context = context;
    this.index = index;
    this.problems = problems;
    this.warnings = warnings;
  }

  /**
   * A scenario in one cell.
   *
   * @param scenario the scenario
   * @param cases its cases, one for each profile
   */
  record Cell(Scenario scenario, List<Case> cases) {}

  /** The cells of a file. */
  List<Cell> read(SourceFile source, BaseOffers bases) {
    Optional<Node> root =
        Yaml.parse(source.name(), source.text(), problems)
            .map(node -> context.given().fill(node, problems));
    if (root.isEmpty()) {
      return List.of();
    }
    if (!(root.get() instanceof Mapping written)) {
      problems.add(
          root.get().at(), "expected a map with scenario, id, …, found " + root.get().describe());
      return List.of();
    }
    return cells(source, bases, written);
  }

  /** Variables and matrix are read before the rest, which they fill. */
  private List<Cell> cells(SourceFile source, BaseOffers bases, Mapping written) {
    index.add(written, source.text());
    Map<String, Node> vars = written.table("vars", problems);
    List<RowTable.Row> rows = new RowTable(source, problems).rows(written);
    Map<String, Node> matrix = written.table("matrix", problems);
    Set<String> outer = outer(vars, rows, matrix);
    Mapping whole = new Includes(problems, index, outer).expand(source, written);
    Mapping map = (Mapping) context.given().fill(whole, problems);
    new UnusedNames(warnings).check(written, source.text());
    CaptureNames captures = CaptureNames.of(map);
    captures.check(map, problems);
    Readers readers =
        Language.readers(bases).with(RawMessage.class, new RawReader(source.folder()));
    return Matrix.cells(matrix, rows, context.set(), problems).stream()
        .flatMap(
            cell -> {
              Names names = new Names(context, vars, cell.values(), cell.row(), captures);
              return cell(source, bases, readers, map, names, cell).stream();
            })
        .toList();
  }

  /** The names that a file gives to what it includes. */
  private Set<String> outer(
      Map<String, Node> vars, List<RowTable.Row> rows, Map<String, Node> matrix) {
    Set<String> outer = new HashSet<>(vars.keySet());
    outer.addAll(matrix.keySet());
    rows.forEach(r -> outer.addAll(r.values().keySet()));
    context.set().keySet().forEach(name -> outer.add(name.replaceFirst("^vars\\.", "")));
    return outer;
  }

  private Optional<Cell> cell(
      SourceFile source,
      BaseOffers bases,
      Readers readers,
      Mapping map,
      Names names,
      Matrix.Cell cell) {
    Node filled = new Variables(names, problems).fill(withoutTables(map));
    Binder binder = new Binder(problems, readers);
    return new CellReader(source, bases, binder, context, names)
        .read((Mapping) filled)
        .map(this::linted)
        .map(s -> new Cell(s, cases(s, cell.labels(), bases, names.skip(), applies(filled))));
  }

  /** What the file says about where it applies; that it is well formed was seen before. */
  private Applies applies(Node file) {
    Applies applies =
        ((Mapping) file)
            .get("when")
            .flatMap(node -> new Binder(new Problems()).bind(node, Applies.class))
            .orElse(Applies.ALWAYS);
    applies.check(context, problems);
    return applies;
  }

  private Scenario linted(Scenario scenario) {
    new Lint(warnings).check(scenario);
    return scenario;
  }

  private List<Case> cases(
      Scenario scenario,
      Map<String, String> labels,
      BaseOffers bases,
      Optional<String> lacking,
      Applies applies) {
    CaseWriter writer = new CaseWriter(bases);
    if (context.selected().isEmpty()) {
      CaseId id = CaseId.of(scenario.id(), labels, Optional.empty());
      Optional<String> skip = skip(lacking, applies, List.of(), scenario);
      return List.of(writer.write(id, scenario, List.of(), skip));
    }
    return context.selected().stream()
        .map(
            profile -> {
              List<String> chain = context.profiles().getOrDefault(profile, List.of(profile));
              CaseId id = CaseId.of(scenario.id(), labels, Optional.of(profile));
              Optional<String> skip = skip(lacking, applies, chain, scenario);
              return writer.write(id, scenario, chain, skip);
            })
        .toList();
  }

  private Optional<String> skip(
      Optional<String> lacking, Applies applies, List<String> chain, Scenario scenario) {
    Applies inwards = new Applies(List.of(), List.of(), List.of(Capability.INWARD));
    return lacking
        .or(() -> applies.objection(context, chain))
        .or(() -> scenario.callsInward() ? inwards.objection(context, chain) : Optional.empty());
  }

  private static Mapping withoutTables(Mapping map) {
    return new Mapping(
        map.at(),
        map.entries().stream()
            .filter(e -> !List.of("vars", "matrix", "rows").contains(e.key()))
            .toList());
  }
}
