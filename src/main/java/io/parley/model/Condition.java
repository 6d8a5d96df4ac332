package io.parley.model;

/** What must have come before a step is played: {@code when}. */
public sealed interface Condition {

  /**
   * {@code when: expected.2xx}: the named expectation was met by a status of that pattern.
   *
   * @param expected name of the expectation; empty = the unnamed one
   * @param status the pattern
   */
  record Met(String expected, StatusPattern status) implements Condition {}

  /**
   * {@code when: carries-out}: of the ways that an {@code either} above names, that one was taken.
   *
   * @param name its name
   */
  record Taken(String name) implements Condition {}
}
