/**
 * Expectations against messages. A matcher never says just yes or no: it says how far the message
 * is off and in what, so that the closest message can be shown beside what was expected.
 */
package io.parley.match;
