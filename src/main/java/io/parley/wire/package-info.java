/**
 * Sockets and bytes: UDP and TCP on one port, TLS on another, whole messages in and out, each told
 * with its time and its flow. Knows SIP's framing (RFC 3261 §18.3) and nothing else of it.
 */
package io.parley.wire;
