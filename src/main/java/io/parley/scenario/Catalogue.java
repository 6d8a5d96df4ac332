package io.parley.scenario;

import io.parley.model.Case;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.scenario.context.LoadContext;
import io.parley.scenario.files.Index;
import io.parley.scenario.files.ScenarioFiles;
import io.parley.scenario.files.SourceFile;
import io.parley.scenario.offer.BaseOffers;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All scenarios that the user named, as cases.
 *
 * <pre>{@code
 * Loaded loaded = Catalogue.load(List.of(Path.of("scenarios")), context);
 * if (loaded.problems().isEmpty()) { play(loaded.cases()); }
 * }</pre>
 */
public final class Catalogue {
  private final LoadContext context;
  private final Problems problems = new Problems();
  private final Problems warnings = new Problems();
  private final Map<Optional<Path>, BaseOffers> bases = new HashMap<>();

  private Catalogue(LoadContext context) {
    this.context = context;
  }

  /**
   * Loads scenarios.
   *
   * @param paths files and folders; empty = the folder {@code scenarios} here if there is one, else
   *     the scenarios packed with the program
   * @param context the target they are loaded for
   */
  public static Loaded load(List<Path> paths, LoadContext context) {
    return new Catalogue(context).load(paths);
  }

  /**
   * Loads one scenario that is no file; it may use the shipped base offers.
   *
   * @param name what problems call it
   * @param text the scenario
   */
  public static Loaded load(String name, String text, LoadContext context) {
    return new Catalogue(context)
        .loadFiles(List.of(new SourceFile(name, "", Optional.empty(), text)));
  }

  /**
   * Loads the scenarios of one folder among those that are not played with the others: {@code
   * scenarios/<folder>} here if there is one, else as packed with the program.
   */
  public static Loaded folder(String folder, LoadContext context) {
    Catalogue catalogue = new Catalogue(context);
    catalogue.selectedProfiles();
    return catalogue.loadFiles(new ScenarioFiles(catalogue.problems).folder(folder));
  }

  private Loaded load(List<Path> paths) {
    selectedProfiles();
    return loadFiles(new ScenarioFiles(problems).find(paths));
  }

  private Loaded loadFiles(List<SourceFile> files) {
    Index index = new Index(problems);
    ScenarioReader reader = new ScenarioReader(context, index, problems, warnings);
    List<Scenario> scenarios = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    for (SourceFile file : files) {
      List<ScenarioReader.Cell> cells = reader.read(file, basesFor(file));
      cells.forEach(c -> scenarios.add(c.scenario()));
      cells.forEach(c -> cases.addAll(c.cases()));
    }
    index.check(context.set().keySet());
    return new Loaded(
        files.size(),
        List.copyOf(scenarios),
        List.copyOf(cases),
        problems.list(),
        problems.isEmpty() ? warnings.list() : List.of());
  }

  private void selectedProfiles() {
    for (String profile : context.selected()) {
      if (!context.profiles().containsKey(profile)) {
        problems.add(
            SourcePosition.whole("--profile"),
            "unknown profile '" + profile + "'",
            Suggestion.hint(profile, "Profiles", context.profiles().keySet()));
      }
    }
  }

  private BaseOffers basesFor(SourceFile file) {
    Optional<Path> folder =
        file.path().map(p -> p.getParent() == null ? Path.of("") : p.getParent());
    Optional<Path> offers = folder.flatMap(BaseOffers::offersFolder);
    return bases.computeIfAbsent(offers, o -> BaseOffers.in(o, context.given(), problems));
  }
}
