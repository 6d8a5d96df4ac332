package io.parley.scenario.write;

import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Awaited;
import io.parley.scenario.surface.Group;
import io.parley.scenario.surface.StepLine;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.List;

/** Writes the members of unordered groups into the row of steps, each with its group. */
final class StepGroups {
  private final Problems problems;

  StepGroups(Problems problems) {
    this.problems = problems;
  }

  /** The steps without nesting; what may not stand in a group is in the problems. */
  List<StepLine> flat(List<StepLine> lines) {
    List<StepLine> out = new ArrayList<>();
    for (StepLine line : lines) {
      if (line.action() instanceof Action.Unordered u) {
        check(u.unordered());
        u.unordered().steps().forEach(member -> out.add(member.in(u.unordered())));
      } else {
        out.add(line);
      }
    }
    return List.copyOf(out);
  }

  private void check(Group group) {
    if (group.steps().isEmpty()) {
      problems.add(group.at(), "expected steps in the unordered group, found an empty list");
    }
    for (StepLine member : group.steps()) {
      boolean receives =
          member.action() instanceof Action.Receive r && !(r.receive() instanceof Awaited.Expected);
      if (!receives) {
        problems.add(
            member.actor().at(),
            "an unordered group holds receives of methods and statuses only",
            "Put this step above or below the group.");
      } else if (((Action.Receive) member.action()).within().isPresent()) {
        problems.add(
            member.action().at(),
            "a step in an unordered group has no 'within' of its own",
            "Give the group one: unordered: { within: 2s, steps: [ … ] }.");
      }
    }
  }
}
