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

  /** Notes a problem; the message has no full stop at its end. */
  public void add(SourcePosition at, String message) {
    found.add(Problem.at(at, message));
  }

  /** Notes a problem with a hint: one or more whole sentences. */
  public void add(SourcePosition at, String message, String hint) {
    found.add(Problem.at(at, message, hint));
  }

  /** Notes a problem with what may have been meant, if anything is known. */
  public void add(SourcePosition at, String message, Optional<String> hint) {
    found.add(new Problem(at, message, hint));
  }

  /** Notes what another reader found. */
  public void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many problems there are. */
  public int count() {
    return found.size();
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
}
