package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Receives in any order, as written. */
@Doc("Receives that may come in any order.")
public record Group(
    SourcePosition at,
    @Doc("One deadline for all of them; by default each waits as long as it would alone.")
        Optional<Duration> within,
    @Doc("The receives.") List<StepLine> steps) {}
