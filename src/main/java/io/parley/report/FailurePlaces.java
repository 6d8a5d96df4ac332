package io.parley.report;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which failed step each finding belongs to, by the place in the file that both name. */
final class FailurePlaces {
  /** Kinds that speak about what happened around the script, not about one of its steps. */
  private static final Set<FindingKind> BESIDE_THE_SCRIPT =
      EnumSet.of(
          FindingKind.CLEANUP, FindingKind.LATE, FindingKind.TARGET_DIED, FindingKind.CONTROL);

  private final CaseResult result;
  private final List<Step> script;
  private final List<Integer> failed;
  private final Map<Integer, List<Finding>> byStep = new TreeMap<>();
  private final List<Finding> beside = new ArrayList<>();

  FailurePlaces(CaseResult result) {
    this.result = result;
    this.script = result.played().scenario().steps();
    this.failed =
        IntStream.range(0, result.steps().size())
            .filter(i -> result.steps().get(i).status() == StepResult.Status.FAILED)
            .boxed()
            .toList();
    for (Finding f : result.findings()) {
      stepOf(f)
          .ifPresentOrElse(
              i -> byStep.computeIfAbsent(i, k -> new ArrayList<>()).add(f), () -> beside.add(f));
    }
  }

  /** The failed steps, each with what was wrong in words; an index into the result's steps. */
  Map<Integer, String> failures() {
    Map<Integer, String> out = new TreeMap<>();
    for (int i : failed) {
      StepResult step = result.steps().get(i);
      String words =
          byStep.getOrDefault(i, List.of()).stream()
              .map(Finding::toString)
              .collect(Collectors.joining("\n"));
      String own = step.text() + step.note().map(n -> ": " + n).orElse("");
      out.put(i, words.isEmpty() ? own : words);
    }
    return out;
  }

  /** The findings that belong to no step. */
  List<Finding> beside() {
    return beside;
  }

  private Optional<Integer> stepOf(Finding f) {
    if (BESIDE_THE_SCRIPT.contains(f.kind()) || failed.isEmpty()) {
      return Optional.empty();
    }
    SourcePosition at = f.at().orElse(null);
    Optional<Integer> same = failed.stream().filter(i -> place(i).equals(f.at())).findFirst();
    if (same.isPresent()) {
      return same;
    }
    if (result.played().scenario().at().equals(at)) {
      return Optional.empty();
    }
    return failed.stream()
        .filter(i -> at != null && isWithin(i, at))
        .findFirst()
        .or(() -> failed.stream().filter(i -> isExpected(i)).findFirst())
        .or(() -> Optional.of(failed.get(failed.size() - 1)));
  }

  private Optional<SourcePosition> place(int step) {
    return step < script.size() ? Optional.of(script.get(step).at()) : Optional.empty();
  }

  private boolean isExpected(int step) {
    return step < script.size() && script.get(step) instanceof ReceiveStep.Expected;
  }

  /** Whether a place lies between the beginning of a step and that of the next one. */
  private boolean isWithin(int step, SourcePosition at) {
    Optional<SourcePosition> start = place(step).filter(p -> p.file().equals(at.file()));
    int next =
        script.stream()
            .map(Step::at)
            .filter(p -> p.file().equals(at.file()))
            .mapToInt(SourcePosition::line)
            .filter(line -> start.isPresent() && line > start.get().line())
            .min()
            .orElse(Integer.MAX_VALUE);
    return start.isPresent() && start.get().line() <= at.line() && at.line() < next;
  }
}
