package io.parley.run;

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
 * @param tls how it speaks TLS; empty = it does not
 * @param dial whom it calls itself
 * @param calls how many calls it serves before it ends
 * @param time how long it serves at most
 * @param output where results go and what they show
 */
public record ServeRequest(
    String profile,
    List<Listen> listens,
    Optional<TlsSettings> tls,
    Optional<Dial> dial,
    OptionalInt calls,
    Optional<Duration> time,
    RunRequest.Output output) {

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
