/**
 * SIP as it is on the wire: a lenient, byte-preserving view of a message, builders for requests and
 * responses, dialogs (RFC 3261 §12), and the raw lane, which sends what no stack would.
 */
package io.parley.sip;
