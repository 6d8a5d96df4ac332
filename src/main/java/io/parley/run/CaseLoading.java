package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Problem;
import io.parley.profile.Profiles;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Loaded;
import io.parley.scenario.context.Given;
import io.parley.scenario.context.LoadContext;
import io.parley.target.TargetPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Loads the cases that the user asked for; whatever is wrong is told all at once. */
final class CaseLoading {
  /** Filled in by the player with the numbers that a case leases. */
  private static final Set<String> LEASED = Set.of("callee", "caller", "redundant");

  private final RunRequest.Selection selection;
  private final Profiles profiles;

  CaseLoading(RunRequest.Selection selection, Profiles profiles) {
    this.selection = selection;
    this.profiles = profiles;
  }

  /**
   * Every case for a target, before tags are looked at. The profiles that the user selected must be
   * among the target's.
   *
   * @throws UsageException with every problem of every file
   */
  Loaded load(TargetPlan target) {
    return good(Catalogue.load(selection.paths(), context(target)));
  }

  /** The same for one scenario that is no file. */
  Loaded text(String name, String text, TargetPlan target) {
    return good(Catalogue.load(name, text, context(target)));
  }

  /** The same for a folder whose scenarios name more than others may. */
  Loaded folder(String folder, Given given, TargetPlan target) {
    return good(Catalogue.folder(folder, context(target).with(given)));
  }

  private LoadContext context(TargetPlan target) {
    return new LoadContext(
        chains(),
        selected(target),
        target.local().servers().names(target.name()),
        target.numbers(),
        leased(target.numbers()),
        selection.set(),
        System.getenv(),
        target.capabilities());
  }

  private static Loaded good(Loaded loaded) {
    if (!loaded.problems().isEmpty()) {
      throw new UsageException(loaded.problems().stream().map(Problem::toString).toList());
    }
    return loaded;
  }

  /**
   * Those with one of the selected tags, and the part of them that is wanted.
   *
   * @throws UsageException when none has such a tag
   */
  Selected selected(Collection<Case> cases) {
    return new Selected(withTags(cases), selection.shard());
  }

  List<Case> withTags(Collection<Case> cases) {
    if (selection.tags().isEmpty()) {
      return List.copyOf(cases);
    }
    List<Case> chosen =
        cases.stream()
            .filter(c -> c.scenario().tags().stream().anyMatch(selection.tags()::contains))
            .toList();
    if (chosen.isEmpty()) {
      Set<String> known = new TreeSet<>();
      cases.forEach(c -> known.addAll(c.scenario().tags()));
      throw new UsageException(
          "--tag " + String.join(", ", selection.tags()) + ": no case has it. Tags: " + known);
    }
    return chosen;
  }

  /** A number that the target lacks cannot be leased: its cases are skipped for that reason. */
  private static Set<String> leased(Map<String, String> numbers) {
    return LEASED.stream().filter(numbers::containsKey).collect(Collectors.toSet());
  }

  /** A target that says nothing of profiles is judged by those the user names. */
  private List<String> selected(TargetPlan target) {
    List<String> offered = target.profiles();
    for (String name : selection.profiles()) {
      if (profiles.get(name).isPresent() && !offered.isEmpty() && !offered.contains(name)) {
        throw new UsageException(
            "--profile "
                + name
                + ": the target cannot be tested under it. Its profiles: "
                + String.join(", ", offered));
      }
    }
    return selection.profiles().isEmpty() ? target.standardProfiles() : selection.profiles();
  }

  private Map<String, List<String>> chains() {
    Map<String, List<String>> chains = new LinkedHashMap<>();
    profiles.names().forEach(name -> chains.put(name, profiles.chain(name)));
    return chains;
  }
}
