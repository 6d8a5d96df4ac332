package io.parley.run;

import io.parley.farend.SessionPolicy;
import io.parley.profile.NumberPlan;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A far end that the user wants played.
 *
 * @param profile whose part it plays
 * @param listens where it listens, at least one
 * @param tls how it speaks TLS; empty = it does not, or as is usual. Where it listens there without
 *     a certificate, one is made
 * @param dial whom it calls itself
 * @param calls how many calls it serves before it ends
 * @param time how long it serves at most
 * @param output where results go and what they show
 * @param manner what else it does otherwise than its profile
 */
public record ServeRequest(
    String profile,
    List<Listen> listens,
    Optional<TlsSettings> tls,
    Optional<Dial> dial,
    OptionalInt calls,
    Optional<Duration> time,
    RunRequest.Output output,
    Manner manner) {

  /** A far end that does nothing otherwise. */
  public ServeRequest(
      String profile,
      List<Listen> listens,
      Optional<TlsSettings> tls,
      Optional<Dial> dial,
      OptionalInt calls,
      Optional<Duration> time,
      RunRequest.Output output) {
    this(profile, listens, tls, dial, calls, time, output, Manner.USUAL);
  }

  /** The same that speaks TLS so. */
  ServeRequest over(Optional<TlsSettings> settings) {
    return new ServeRequest(profile, listens, settings, dial, calls, time, output, manner);
  }

  /**
   * What a far end does as its user wants, not as its profile says.
   *
   * @param numbers who is known; {@link NumberPlan#OPEN} refuses no number
   * @param session how it keeps sessions alive (RFC 4028)
   */
  public record Manner(NumberPlan numbers, SessionPolicy session) {

    /** Every number is taken; session timers where the other side asks. */
    public static final Manner USUAL = new Manner(NumberPlan.OPEN, SessionPolicy.WHEN_ASKED);
  }

  /** A transport and where it listens. */
  public record Listen(Transport transport, InetSocketAddress at) {}

  /**
   * A call of the far end's own.
   *
   * @param number whom it calls
   * @param target through what, as {@code run --target} takes it
   * @param hold how long it holds the call
   */
  public record Dial(String number, String target, Duration hold) {}
}
