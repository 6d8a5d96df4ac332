package io.parley.scenario.surface;

/** What a step sends. */
public sealed interface Sent {
  /** A request. */
  record Method(String name) implements Sent {}

  /** A response, 101..699. */
  record Status(int code) implements Sent {}
}
