package io.parley.model;

/**
 * {@code when: expected.2xx}: the named expectation was met by a status of that pattern.
 *
 * @param expected name of the expectation; empty = the unnamed one
 * @param status the pattern
 */
public record Condition(String expected, StatusPattern status) {}
