/**
 * What a run saw of its target, case by case, in a form in which two runs can be held against each
 * other, and the reader of {@code run.json}, where it is kept.
 *
 * <p>{@link io.parley.record.Seen} is made of a finished case; {@link io.parley.record.RecordedRun}
 * is read back.
 */
package io.parley.record;
