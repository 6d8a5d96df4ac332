package io.parley.model;

import java.util.Optional;

/**
 * What to keep of a message that a step received.
 *
 * @param at where it is written
 * @param name its name, used as {@code ${actor.name}}
 * @param from a header's name, {@code start-line}, {@code body} or {@code message}
 * @param find a regular expression; its first group is kept, else all that it finds; empty = the
 *     whole value
 */
public record CaptureRule(SourcePosition at, String name, String from, Optional<String> find) {}
