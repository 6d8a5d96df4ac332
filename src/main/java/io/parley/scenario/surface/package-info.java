/**
 * A scenario file as it is written: the records of its keys, and the readers of what has more than
 * one form.
 */
package io.parley.scenario.surface;
