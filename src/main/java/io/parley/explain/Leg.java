package io.parley.explain;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a call is to others of the same capture: an SBC or a proxy that was captured shows each call
 * once coming and once going.
 *
 * @param cameFrom the call that it is the way on of, by number; empty = none is seen
 * @param wentOn the calls that are its way on, by number, in order; more where it forked or was
 *     tried again elsewhere
 * @param refusedAs the way on whose refusal it got, by number; empty = none is seen to
 * @param remarks what that tells
 */
public record Leg(
    OptionalInt cameFrom, List<Integer> wentOn, OptionalInt refusedAs, List<String> remarks) {
  /** A call by itself. */
  static final Leg ALONE = new Leg(OptionalInt.empty(), List.of(), OptionalInt.empty(), List.of());

  /** Whether its refusal is the one that its way on got. */
  public boolean refusedOn() {
    return refusedAs.isPresent();
  }
}
