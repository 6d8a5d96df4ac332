package io.parley.farend;

import io.parley.wire.Sending;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an embedded SBC listens.
 *
 * @param bind where; port 0 = any
 * @param transports by what; TLS has the next port where it is not alone
 * @param tls how it speaks TLS; empty = not at all
 * @param sending whether it waits for those to whom it sends over a stream
 */
public record SbcPlaces(
    InetSocketAddress bind, Set<Transport> transports, Optional<TlsSettings> tls, Sending sending) {

  /** UDP and TCP. */
  static SbcPlaces at(InetSocketAddress bind) {
    return new SbcPlaces(
        bind, Set.of(Transport.UDP, Transport.TCP), Optional.empty(), Sending.WAITED_FOR);
  }

  /** The same with TLS beside its other transports. */
  SbcPlaces withTls(TlsSettings settings) {
    Set<Transport> all = EnumSet.copyOf(transports);
    all.add(Transport.TLS);
    return over(all, Optional.of(settings));
  }

  /** The same by these transports only. */
  SbcPlaces over(Set<Transport> only, Optional<TlsSettings> settings) {
    return new SbcPlaces(bind, only, settings, sending);
  }

  /** The same that waits for nobody. */
  SbcPlaces queued() {
    return new SbcPlaces(bind, transports, tls, Sending.QUEUED);
  }
}
