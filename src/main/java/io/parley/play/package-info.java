/**
 * The player: cases at a target, each from its admission through control, script and clean-up to
 * its result. Its rooms, from the ground up: {@code stage}, {@code message}, {@code dialog}, {@code
 * agent}, {@code check}, {@code script}; each uses only those before it.
 */
package io.parley.play;
