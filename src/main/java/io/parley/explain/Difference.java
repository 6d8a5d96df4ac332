package io.parley.explain;

import java.util.Optional;

/**
 * One thing in which a failing call differs from a working one.
 *
 * @param subject what it belongs to
 * @param what the thing, for example {@code audio codecs}
 * @param failing how the failing call has it
 * @param working how the working call has it
 * @param rule the rule about this subject that only the failing call breaks
 */
public record Difference(
    Subject subject, String what, String failing, String working, Optional<String> rule) {}
