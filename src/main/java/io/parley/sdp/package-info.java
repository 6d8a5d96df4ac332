/**
 * SDP (RFC 8866) as byte-preserving lines with typed views; offers made from a spec; answers and
 * their judgement (RFC 3264).
 */
package io.parley.sdp;
