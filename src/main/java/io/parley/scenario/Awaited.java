package io.parley.scenario;

import io.parley.model.StatusPattern;
import java.util.List;

/** What a step waits for. */
sealed interface Awaited {
  /** A request. */
  record Method(String name) implements Awaited {}

  /** A response with one of these. */
  record Statuses(List<StatusPattern> patterns) implements Awaited {}

  /** What {@code expect} says; the unnamed one has the empty name. */
  record Expected(String name) implements Awaited {}
}
