/**
 * What was written made into the model: actors, steps, expectations, cases; the short form as the
 * long one.
 */
package io.parley.scenario.write;
