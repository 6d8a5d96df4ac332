package io.parley.scenario.write;

import io.parley.scenario.surface.Action;
import io.parley.yaml.Problems;

/** What only a response can say. */
final class ResponseKeys {
  private ResponseKeys() {}

  /** Notes what a request cannot have. */
  static void refuseInRequest(Action.Send send, Problems problems) {
    send.phrase().ifPresent(p -> problems.add(p.at(), "only a response has a phrase"));
    send.method()
        .ifPresent(
            m ->
                problems.add(
                    m.at(),
                    "'method' says which request a status answers",
                    "A request is sent by its own name: send: PRACK."));
    send.reliable()
        .ifPresent(r -> problems.add(r.at(), "only a provisional response is sent reliably"));
  }

  /** Notes what this response cannot be: 100 and final ones are never reliable (RFC 3262 §3). */
  static void check(Action.Send send, int status, Problems problems) {
    boolean provisional = status > 100 && status < 200;
    send.reliable()
        .filter(r -> r.value() && !provisional)
        .ifPresent(
            r ->
                problems.add(
                    r.at(),
                    "reliable: expected a status from 101 to 199, found " + status,
                    "RFC 3262 §3: 100 and final responses are not acknowledged with PRACK."));
  }
}
