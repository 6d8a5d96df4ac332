package io.parley.model;

import java.util.Optional;

/**
 * A header expectation.
 *
 * @param at where it is written
 * @param name header name, any case, long or compact
 * @param match what it must be
 * @param evidence the header's own evidence; empty = that of the expectation around it
 */
public record HeaderCheck(
    SourcePosition at, String name, HeaderMatch match, Optional<Evidence> evidence) {}
