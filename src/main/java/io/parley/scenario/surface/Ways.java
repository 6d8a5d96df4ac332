package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages of which one is enough, as written. */
@Doc("Messages of which one is enough: whichever comes first.")
public record Ways(
    SourcePosition at,
    @Doc("How long to wait for one of them; by default the target's response timer.")
        Optional<Duration> within,
    @Doc(
            "What may come, each by a name that 'when' can ask for; a pause is the way taken when"
                + " nothing else came for that time.")
        Map<String, StepLine> ways) {

  /** The same as a group. */
  public Group group() {
    return new Group(at, within, List.copyOf(ways.values()));
  }
}
