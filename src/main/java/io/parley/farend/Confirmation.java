package io.parley.farend;

import java.util.concurrent.Future;

/**
 * A 2xx of ours to an INVITE that waits for its ACK; the endpoint repeats it meanwhile.
 *
 * @param passage the INVITE it answers
 * @param timeout ends the call when no ACK comes (RFC 3261 §13.3.1.4)
 */
record Confirmation(Passage passage, Future<?> timeout) {}
