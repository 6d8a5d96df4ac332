/**
 * Two runs held against each other: what got worse, what got better, what passes but differs, and
 * whether response times shifted by more than the noise.
 *
 * <p>{@link io.parley.compare.Comparer} makes a {@link io.parley.compare.RunComparison} of two
 * {@link io.parley.record.RecordedRun runs}. What differs between two runs of an unchanged target
 * is data: {@code compare/noise.yaml} and the rules of {@code --noise}.
 */
package io.parley.compare;
