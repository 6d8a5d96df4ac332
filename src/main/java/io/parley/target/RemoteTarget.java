package io.parley.target;

import io.parley.model.Capability;
import io.parley.wire.Flow;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An SBC that is there already: a lab device, a service.
 *
 * @param name as reports show it
 * @param profiles it is set up for
 * @param addresses by profile; the empty profile is the one that stands for all others
 * @param transports it serves
 * @param host in Request-URI and To; empty = the address
 * @param numbers by role
 * @param farEnd who is on its other side
 * @param correlation how the call that left it is found again
 * @param limits what it may be burdened with
 * @param local our own side
 * @param timers how long to wait
 * @param media its media addresses; empty = its signalling address
 * @param tls how it speaks TLS; empty = it does not
 * @param tlsPort its port for TLS; empty = that of its address
 * @param credentials who we are to it when it asks
 * @param capabilities what it can do that not every SBC can
 * @param hooks programs that a run starts
 */
public record RemoteTarget(
    String name,
    List<String> profiles,
    Map<String, InetSocketAddress> addresses,
    List<Transport> transports,
    Optional<String> host,
    Map<String, String> numbers,
    FarEnd farEnd,
    Optional<Correlation> correlation,
    Limits limits,
    Local local,
    Timers timers,
    Set<InetAddress> media,
    Optional<TlsSettings> tls,
    OptionalInt tlsPort,
    Optional<Credentials> credentials,
    Set<Capability> capabilities,
    Hooks hooks)
    implements Target, TargetPlan {

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    InetSocketAddress own = addresses.get(profile.orElse(""));
    InetSocketAddress common = addresses.get("");
    return own != null ? own : common != null ? common : addresses.values().iterator().next();
  }

  @Override
  public InetSocketAddress address(Optional<String> profile, Transport transport) {
    InetSocketAddress common = address(profile);
    return transport == Transport.TLS && tlsPort.isPresent()
        ? new InetSocketAddress(common.getAddress(), tlsPort.getAsInt())
        : common;
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return host.orElseGet(() -> Flow.text(address(profile)));
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    Set<InetAddress> out = new LinkedHashSet<>(media);
    if (out.isEmpty()) {
      out.add(address(profile).getAddress());
    }
    return out;
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }

  @Override
  public boolean foreign() {
    return true;
  }

  /** It runs already; its far end is set up on it to reach our callees. */
  @Override
  public Target start(InetSocketAddress callee) {
    return this;
  }

  @Override
  public void close() {
    // Nothing was started.
  }
}
