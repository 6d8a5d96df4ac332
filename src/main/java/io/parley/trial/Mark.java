package io.parley.trial;

import java.util.function.Predicate;

/**
 * A message that a step awaits.
 *
 * @param awaited what it is, in words
 * @param todo what the tester does to make it come; empty = nothing
 * @param isIt whether a message is the one
 */
record Mark(String awaited, String todo, Predicate<Crossed> isIt) {}
