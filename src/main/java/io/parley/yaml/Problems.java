package io.parley.yaml;

import io.parley.model.Problem;
import io.parley.model.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what is wrong with files; the same problem at the same place counts once. Belongs to one
 * thread.
 */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();
  private int noted;

  /** Notes a problem; the message has no full stop at its end. */
  public void add(SourcePosition at, String message) {
    note(Problem.at(at, message));
  }

  /** Notes a problem with a hint: one or more whole sentences. */
  public void add(SourcePosition at, String message, String hint) {
    note(Problem.at(at, message, hint));
  }

  /** Notes a problem with what may have been meant, if anything is known. */
  public void add(SourcePosition at, String message, Optional<String> hint) {
    note(new Problem(at, message, hint));
  }

  /** Notes what another reader found. */
  public void addAll(Collection<Problem> problems) {
    problems.forEach(this::note);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How often a problem was noted, the same one again included: more than before = not sound. */
  public int count() {
    return noted;
  }

  /** All problems by file, line and column. */
  public List<Problem> list() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparing((Problem p) -> p.at().file())
            .thenComparingInt(p -> p.at().line())
            .thenComparingInt(p -> p.at().column()));
    return List.copyOf(sorted);
  }

  private void note(Problem problem) {
    noted++;
    found.add(problem);
  }
}
