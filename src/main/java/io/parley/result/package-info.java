/**
 * What happened: cases, their steps and the messages that crossed the wire, and what the run they
 * belong to is about. Whoever reports reads these records and knows nothing of who played them.
 */
package io.parley.result;
