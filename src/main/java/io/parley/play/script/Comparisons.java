package io.parley.play.script;

import io.parley.match.BoundedSearch;
import io.parley.model.Comparison;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.play.check.PathValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides {@code check} steps. What a path names and did not come makes the check fail. */
final class Comparisons {
  private static final Optional<List<String>> NONE = Optional.of(List.of());

  private final PathValues paths;
  private final List<Finding> findings;

  Comparisons(PathValues paths, List<Finding> findings) {
    this.paths = paths;
    this.findings = findings;
  }

  /** Compares, and ends the step. */
  void decide(StepRun run) {
    Comparison comparison = ((Step.Check) run.step()).comparison();
    Optional<String> objection = objection(comparison);
    if (objection.isEmpty()) {
      run.done(null);
      return;
    }
    Finding finding =
        Finding.of(FindingKind.CHECK, run.step().at(), comparison.text(), objection.get());
    findings.add(finding);
    run.fail(null, finding.toString());
  }

  private Optional<String> objection(Comparison c) {
    Optional<List<String>> left = paths.values(c.left(), c.operator());
    boolean nothing = c.operator() == Comparison.Operator.NOT_IN && left.equals(NONE);
    if (left.isEmpty() || nothing) {
      return Optional.of("there was no " + c.left());
    }
    if (c.right() instanceof Comparison.Expression e) {
      String text = String.join(", ", left.get());
      return BoundedSearch.find(e.regex(), text).isPresent()
          ? Optional.empty()
          : Optional.of(c.left() + " was " + words(left.get()));
    }
    Optional<List<String>> right =
        c.right() instanceof Comparison.Path p
            ? paths.values(p, c.operator())
            : Optional.of(((Comparison.Values) c.right()).values());
    if (right.isEmpty()) {
      return Optional.of("there was no " + c.right());
    }
    return holds(c, left.get(), right.get())
        ? Optional.empty()
        : Optional.of(both(c, left.get(), right.get()));
  }

  private static String both(Comparison c, List<String> left, List<String> right) {
    String other =
        c.right() instanceof Comparison.Path ? ", " + c.right() + " was " + words(right) : "";
    return c.left() + " was " + words(left) + other;
  }

  private static boolean holds(Comparison c, List<String> left, List<String> right) {
    return switch (c.operator()) {
      case EQUAL -> equal(left, right);
      case DIFFERENT -> !equal(left, right);
      case LESS -> less(left, right);
      case NOT_IN -> left.stream().noneMatch(l -> right.stream().anyMatch(r -> same(l, r)));
      case IN -> left.size() == 1 && right.stream().anyMatch(r -> same(left.get(0), r));
      default -> left.stream().allMatch(l -> right.stream().anyMatch(r -> same(l, r)));
    };
  }

  /** Two numbers, the first smaller; what is no number is not. */
  private static boolean less(List<String> left, List<String> right) {
    return Stream.of(left, right).allMatch(v -> v.size() == 1 && v.get(0).matches("\\d{1,18}"))
        && Long.parseLong(left.get(0)) < Long.parseLong(right.get(0));
  }

  private static boolean equal(List<String> left, List<String> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Equal as text; a codec without its clock is any clock's. */
  private static boolean same(String a, String b) {
    return a.equals(b)
        || PathValues.isCodec(a) && a.substring(0, a.indexOf('/')).equalsIgnoreCase(b)
        || PathValues.isCodec(b) && b.substring(0, b.indexOf('/')).equalsIgnoreCase(a);
  }

  private static String words(List<String> values) {
    return values.size() == 1 ? "'" + values.get(0) + "'" : values.toString();
  }
}
