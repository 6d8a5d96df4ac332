/**
 * The embedded SBC: a back-to-back user agent that judges by profile. A program of its own that
 * shares messages, endpoints and SDP with the rest, and nothing of the player.
 */
package io.parley.farend;
