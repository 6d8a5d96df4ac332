package io.parley.compare;

import io.parley.yaml.Binder;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expected differences, as {@code --accept} files name them: a list of {@link Acceptance}. */
public final class Acceptances {
  private final List<Acceptance> all;
  private final LocalDate today;
  private final Set<Acceptance> used = new HashSet<>();

  private Acceptances(List<Acceptance> all, LocalDate today) {
    this.all = all;
    this.today = today;
  }

  /**
   * Reads files.
   *
   * @param files of {@code --accept}
   * @param today the day on which they must hold
   * @param problems takes what is wrong with a file
   */
  public static Acceptances load(List<Path> files, LocalDate today, Problems problems) {
    List<Acceptance> out = new ArrayList<>();
    for (Path file : files) {
      Yaml.read(file, problems)
          .flatMap(node -> new Binder(problems).bindList(node, Acceptance.class))
          .ifPresent(out::addAll);
    }
    return new Acceptances(out, today);
  }

  /** Takes out what is expected, and tells what was not needed, or holds no longer. */
  public RunComparison apply(RunComparison comparison) {
    List<ComparedCase> left = new ArrayList<>();
    List<RunComparison.Accepted> accepted = new ArrayList<>();
    for (ComparedCase c : comparison.cases()) {
      List<Difference> open = new ArrayList<>();
      for (Difference d : c.differences()) {
        Optional<Acceptance> by = find(c.id(), d);
        if (by.isPresent()) {
          accepted.add(new RunComparison.Accepted(c.id(), d, by.get().reason()));
        } else {
          open.add(d);
        }
      }
      if (!open.isEmpty()) {
        left.add(only(c, open));
      }
    }
    List<String> remarks = new ArrayList<>(comparison.remarks());
    remarks.addAll(idle());
    return new RunComparison(
        comparison.before(),
        comparison.after(),
        comparison.compared(),
        List.copyOf(left),
        List.copyOf(accepted),
        List.copyOf(remarks));
  }

  private Optional<Acceptance> find(String id, Difference d) {
    List<Acceptance> by = all.stream().filter(a -> !a.expired(today) && a.takes(id, d)).toList();
    used.addAll(by);
    return by.stream().findFirst();
  }

  private List<String> idle() {
    List<String> out = new ArrayList<>();
    for (Acceptance a : all) {
      if (a.expired(today)) {
        out.add(a.at() + ": expired on " + a.until().orElse("") + " (" + a.reason() + ")");
      } else if (!used.contains(a)) {
        out.add(a.at() + ": accepts nothing that differs (" + a.reason() + "). Take it out");
      }
    }
    return out;
  }

  private static ComparedCase only(ComparedCase c, List<Difference> open) {
    return new ComparedCase(
        c.id(),
        c.title(),
        c.before(),
        c.after(),
        c.scenarioChanged(),
        List.copyOf(open),
        c.details(),
        c.finding());
  }
}
