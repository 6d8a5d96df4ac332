package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one profile (or any) must do with the call.
 *
 * @param at where it is written
 * @param any acceptable outcomes, at least one; any of them passes
 * @param code the vendor's own number, for diagnosis only, never asserted
 * @param evidence how well this is known; empty = not stated
 * @param source document and section
 * @param why the written reason; required where the outcomes span more than one status class
 */
public record Expectation(
    SourcePosition at,
    List<Outcome> any,
    OptionalInt code,
    Optional<Evidence> evidence,
    Optional<String> source,
    Optional<String> why) {}
