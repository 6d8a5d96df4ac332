package io.parley.run;

import io.parley.target.DialRule;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A call of the far end's own that may be made.
 *
 * @param number whom it calls
 * @param host in Request-URI and To
 * @param transport by which
 * @param destination where the INVITE goes
 * @param hold how long the call is held
 */
record DialPlan(
    String number, String host, Transport transport, InetSocketAddress destination, Duration hold) {

  /**
   * Looks whether the number may be dialled, and by which of our places.
   *
   * @throws UsageException when it may not
   */
  static DialPlan of(ServeRequest.Dial dial, TargetPlan plan, ServeRequest request) {
    Optional<String> objection = DialRule.objection(plan.limits(), dial.number());
    if (objection.isPresent()) {
      throw new UsageException("--dial: " + objection.get());
    }
    if (!(plan instanceof Target target)) {
      throw new UsageException(
          "--dial: it needs a target that is there already: --target FILE or sip:host:port");
    }
    List<Transport> ours = request.listens().stream().map(ServeRequest.Listen::transport).toList();
    Transport transport =
        target.transports().stream()
            .filter(ours::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--dial: the target takes calls by "
                            + target.transports()
                            + "; give a --listen for one of these"));
    Optional<String> profile = Optional.of(request.profile()).filter(target.profiles()::contains);
    return new DialPlan(
        dial.number(),
        target.uriHost(profile),
        transport,
        target.address(profile, transport),
        dial.hold());
  }

  void call(ServedPlaces places) {
    places.speaking(transport).orElseThrow().dial(number, host, transport, destination, hold);
  }
}
