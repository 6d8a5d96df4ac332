package io.parley.run;

import io.parley.model.Case;
import io.parley.scenario.Loaded;
import io.parley.target.TargetUnavailableException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The targets that the {@link ScenarioTest}s of this process play at, from the first case that is
 * due to the end of the TestNG suite. There is one for the process: the classes of a suite know
 * nothing of each other, and TestNG tells a method that runs after a suite not which it was.
 */
final class ScenarioSuite {
  /** The one. */
  static final ScenarioSuite CURRENT = new ScenarioSuite();

  private final Map<SharedTarget.Key, SharedTarget> open = new LinkedHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  private ScenarioSuite() {}

  /**
   * The tests of one class; its target is opened where no other class did. What is wrong with the
   * scenarios or the target is a test too, which fails.
   */
  synchronized List<ScenarioCase> cases(Scenarios wanted) {
    try {
      return ready(wanted);
    } catch (UsageException | TargetUnavailableException | UncheckedIOException e) {
      return List.of(
          new ScenarioCase(
              "scenarios of " + wanted.target(),
              () -> {
                throw new ScenariosUnplayable(e.getMessage());
              }));
    }
  }

  private List<ScenarioCase> ready(Scenarios wanted) {
    OutputFolder.require(wanted.output());
    Opening opening = new Parley(Version.text(), line -> {}).opening(wanted);
    opening.plan().check();
    CaseLoading loading = new CaseLoading(wanted.selection(), opening.profiles());
    Loaded loaded = loading.load(opening.plan());
    List<Case> selected = loading.withTags(loaded.cases());
    SharedTarget.Key key = SharedTarget.Key.of(wanted, opening, selected);
    SharedTarget target = open.get(key);
    if (target == null) {
      target = SharedTarget.open(wanted, opening, selected, folder(wanted, opening));
      open.put(key, target);
    }
    return target.cases(loaded.cases(), selected);
  }

  /** Below the output, by the target's name; numbered where it is open in another way too. */
  private Path folder(Scenarios wanted, Opening opening) {
    String name = opening.plan().name().replaceAll("[^A-Za-z0-9._-]+", "-");
    String number = names.merge(name, 1, Integer::sum) == 1 ? "" : "-" + names.get(name);
    return wanted.output().resolve(name + number);
  }

  /**
   * Closes everything; a second call finds nothing to do.
   *
   * @throws AssertionError when something arrived after its case had ended
   */
  synchronized void close() {
    List<CaseText> late = new ArrayList<>();
    open.values().forEach(t -> late.addAll(t.close()));
    open.clear();
    names.clear();
    if (!late.isEmpty()) {
      throw new CaseFailed(CaseText.of(late));
    }
  }
}
