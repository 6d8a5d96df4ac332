package io.parley.scenario.surface;

import io.parley.model.Evidence;
import io.parley.model.HeaderMatch;
import io.parley.model.SourcePosition;
import java.util.Optional;

/**
 * What a header that arrives must be, as written.
 *
 * @param at where it is written
 * @param match what it must be
 * @param evidence its own evidence
 */
public record HeaderAsk(SourcePosition at, HeaderMatch match, Optional<Evidence> evidence) {}
