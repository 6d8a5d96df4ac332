package io.parley.explain;

import io.parley.capture.CapturedCall;
import io.parley.capture.CapturedMessage.Path;
import io.parley.capture.Invitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which calls of a capture are the way on of which.
 *
 * @param cameFrom for each that is a way on, the call before it
 * @param wentOn for each that went on, its ways on
 * @param relays {@code address:port} of those that sent a call on
 */
record Legs(
    Map<CapturedCall, CapturedCall> cameFrom,
    Map<CapturedCall, List<CapturedCall>> wentOn,
    Set<String> relays) {

  /** What a call is to others. */
  Leg of(CapturedCall call) {
    Optional<CapturedCall> before = Optional.ofNullable(cameFrom.get(call));
    List<CapturedCall> behind = wentOn.getOrDefault(call, List.of());
    Invitation told = call.telling();
    List<String> remarks = new ArrayList<>();
    before.ifPresent(b -> remarks.add("the way on of call " + b.number()));
    boolean refused = told.refused() && told.initial();
    Optional<CapturedCall> cause =
        refused
            ? behind.stream().filter(b -> status(b) == told.status()).findFirst()
            : Optional.empty();
    if (cause.isPresent()) {
      remarks.add(
          "refused further on: call %d, its way on from %s, got %d as well"
              .formatted(cause.get().number(), place(call), told.status()));
    } else if (!behind.isEmpty()) {
      behind.forEach(b -> remarks.add(other(call, b, refused)));
    } else if (refused && relays.contains(path(call).to())) {
      remarks.add(
          "%s refused it itself: it sent other calls of this capture on, but not this one"
              .formatted(place(call)));
    }
    return before.isEmpty() && remarks.isEmpty()
        ? Leg.ALONE
        : new Leg(
            number(before),
            behind.stream().map(CapturedCall::number).toList(),
            number(cause),
            List.copyOf(remarks));
  }

  private static String other(CapturedCall call, CapturedCall onward, boolean refused) {
    String leg = "call " + onward.number() + ", its way on from " + place(call);
    if (onward.telling().answer().isEmpty()) {
      return leg + ", was not answered";
    }
    return refused
        ? "%s, got %d: what stands between made %d of it"
            .formatted(leg, status(onward), call.telling().status())
        : leg + ", got " + status(onward);
  }

  private static OptionalInt number(Optional<CapturedCall> call) {
    return call.map(c -> OptionalInt.of(c.number())).orElse(OptionalInt.empty());
  }

  private static int status(CapturedCall call) {
    return call.telling().status();
  }

  private static Path path(CapturedCall call) {
    return call.invitations().get(0).request().path();
  }

  /** Where it was sent on; a text may not say. */
  private static String place(CapturedCall call) {
    String host = LegFinder.host(path(call).to());
    return host.isEmpty() ? "there" : host;
  }
}
