package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often a message comes again.
 *
 * @param times how many copies come after the first message
 * @param spacing the time between each copy and the one before; empty = any
 * @param tolerance by how many percent a time may differ
 * @param within how long to wait for them; empty = as long as the spacing needs
 * @param lasting count those that come in that time, from when the step is reached; empty = all
 *     since the message came
 */
public record Copies(
    Count times,
    List<Interval> spacing,
    int tolerance,
    Optional<Duration> within,
    Optional<Duration> lasting) {}
