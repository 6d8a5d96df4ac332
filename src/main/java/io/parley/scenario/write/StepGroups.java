package io.parley.scenario.write;

import io.parley.model.SourcePosition;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.Awaited;
import io.parley.scenario.surface.Group;
import io.parley.scenario.surface.StepLine;
import io.parley.scenario.surface.Ways;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the members of groups into the row of steps, each with its group. */
final class StepGroups {
  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  StepGroups(Problems problems) {
    this.problems = problems;
  }

  /** The steps without nesting; what may not stand in a group is in the problems. */
  List<StepLine> flat(List<StepLine> lines) {
    List<StepLine> out = new ArrayList<>();
    for (StepLine line : lines) {
      if (line.action() instanceof Action.Unordered u) {
        unordered(u.unordered());
        u.unordered().steps().forEach(member -> out.add(member.in(u.unordered())));
      } else if (line.action() instanceof Action.Either e) {
        either(e.either());
        out.addAll(ways(e.either()));
      } else {
        out.add(line);
      }
    }
    return List.copyOf(out);
  }

  private void unordered(Group group) {
    if (group.steps().isEmpty()) {
      problems.add(group.at(), "expected steps in the unordered group, found an empty list");
    }
    group
        .steps()
        .forEach(
            member ->
                receive(member, "an unordered group", "unordered: { within: 2s, steps: [ … ] }"));
  }

  private void receive(StepLine member, String group, String example) {
    boolean receives =
        member.action() instanceof Action.Receive r && !(r.receive() instanceof Awaited.Expected);
    if (!receives) {
      problems.add(
          member.actor().at(),
          group + " holds receives of methods and statuses only",
          "Put this step above or below the group.");
    } else if (((Action.Receive) member.action()).within().isPresent()) {
      problems.add(
          member.action().at(),
          "a step in " + group + " has no 'within' of its own",
          "Give the group one: " + example + ".");
    }
  }

  /** The pause last: what is above it waits when it begins, and need not come. */
  private static List<StepLine> ways(Ways ways) {
    boolean timed = ways.ways().values().stream().anyMatch(StepGroups::isPause);
    List<StepLine> out = new ArrayList<>();
    List<StepLine> pauses = new ArrayList<>();
    ways.ways()
        .forEach(
            (name, line) ->
                (isPause(line) ? pauses : out)
                    .add((timed ? line.asOptional() : line).in(ways.group(), name)));
    out.addAll(pauses);
    return out;
  }

  private void either(Ways ways) {
    List<StepLine> pauses = ways.ways().values().stream().filter(StepGroups::isPause).toList();
    if (ways.ways().size() < 2) {
      problems.add(
          ways.at(),
          "either: expected two ways at least, found " + ways.ways().size(),
          "What must come stands in a 'receive', what need not in one that is optional.");
    }
    if (pauses.size() > 1 || !pauses.isEmpty() && ways.within().isPresent()) {
      problems.add(
          pauses.get(0).actor().at(),
          "either: one pause says how long the others are waited for",
          "Leave out 'within', or the other pause.");
    }
    ways.ways().forEach((name, line) -> way(ways.at(), name, line));
  }

  private static boolean isPause(StepLine line) {
    return line.action() instanceof Action.Pause;
  }

  private void way(SourcePosition at, String name, StepLine line) {
    if (!name.matches("[a-z][a-z0-9-]*") || name.equals("expected")) {
      problems.add(
          line.action().at(),
          "'" + name + "' cannot name a way",
          "Use small letters, digits and '-'; 'expected' means an outcome.");
    }
    if (!names.add(name)) {
      problems.add(at, "a way above is named '" + name + "' too", "Give each a name of its own.");
    }
    if (!isPause(line)) {
      receive(line, "an either group", "either: { within: 2s, ways: { … } }");
      boolean single =
          line.action() instanceof Action.Receive r
              && !r.optional()
              && r.times().isEmpty()
              && !(r.receive() instanceof Awaited.Packet);
      if (line.action() instanceof Action.Receive && !single) {
        problems.add(
            line.action().at(),
            "a way is one message that comes or does not: no 'optional', no 'times', no packet",
            "Leave them out; what follows that message stands below, with 'when: " + name + "'.");
      }
    }
  }
}
