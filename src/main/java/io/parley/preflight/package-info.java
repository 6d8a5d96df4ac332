/** Finds out, one step after the other, whether a target is ready for a run. */
package io.parley.preflight;
