package io.parley.play.stage;

import io.parley.model.Case;
import io.parley.profile.Profiles;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipEndpoint;
import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What all cases of a run share.
 *
 * @param target what is under test
 * @param profiles the far ends known
 * @param callers endpoint of all stack-lane callers
 * @param farEnd the far end's servers, endpoints of all callees
 * @param callerBoard routes what arrives at callers
 * @param calleeBoard routes what arrives at callees
 * @param correlator finds the case of a call that leaves the SBC
 * @param inward the same for calls that the far end makes
 * @param late what arrives after its case ended
 * @param retired raw-lane endpoints whose case is over
 * @param liveness asks the target whether it is alive
 * @param habit who answers OPTIONS at all
 * @param sentinel measures how late we are ourselves
 * @param ports RTP ports to name in SDP
 * @param options the run's options
 * @param awaited told of a case that waits for a call from outside, and of the number
 * @param crossed told of each message of a case as it crosses
 * @param faults told of a fault of ours, for the log
 */
public record Stage(
    Target target,
    Profiles profiles,
    SipEndpoint callers,
    FarEnd farEnd,
    Switchboard callerBoard,
    Switchboard calleeBoard,
    Correlator correlator,
    Correlator inward,
    LateCalls late,
    RetiredEndpoints retired,
    Liveness liveness,
    OptionsHabit habit,
    Sentinel sentinel,
    RtpPorts ports,
    PlayerOptions options,
    BiConsumer<Case, String> awaited,
    BiConsumer<Case, TranscriptEntry> crossed,
    BiConsumer<Case, RuntimeException> faults) {

  /** What calls use that name no transport. */
  public Transport transport() {
    return options.transport().orElse(target.transports().get(0));
  }

  /**
   * Whether OPTIONS from an address may be those of the SBC that a case of that profile is about:
   * where each profile has an address of its own, not from another's.
   */
  public Predicate<InetAddress> isAskedBy(Optional<String> profile) {
    InetAddress own = target.address(profile).getAddress();
    List<InetAddress> others =
        target.profiles().stream()
            .map(p -> target.address(Optional.of(p)).getAddress())
            .filter(a -> a != null && !a.equals(own))
            .toList();
    return from -> !others.contains(from);
  }

  /** Whether what leaves the SBC comes to us. */
  public boolean playsFarEnd() {
    return target.farEnd() == Target.FarEnd.PARLEY;
  }
}
