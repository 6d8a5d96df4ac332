/**
 * What all cases of a run share: our endpoints, whose call a message is, the numbers, the limits,
 * and what comes too late. Thread-safe.
 */
package io.parley.play.stage;
