package io.parley.sip;

/**
 * One header field as received.
 *
 * @param name the name as written
 * @param value the value, unfolded and trimmed
 */
public record HeaderField(String name, String value) {}
