package io.parley.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a serving went.
 *
 * @param code how the process ends
 * @param calls how many calls came and are over
 * @param good how many of them nothing was against
 * @param options how many OPTIONS were answered
 * @param missed how often OPTIONS of an SBC were refused or did not come any more, as told
 * @param untold calls that are in no report, since there were too many at a time
 * @param unread messages that were not read, since their senders were faster than the far end
 * @param took how long it served
 * @param reports what was written, by what it is
 */
public record ServeOutcome(
    ExitCode code,
    int calls,
    int good,
    long options,
    int missed,
    long untold,
    long unread,
    Duration took,
    Map<String, Path> reports) {}
