package io.parley.play.stage;

import io.parley.target.FarEndServers;
import io.parley.target.LocalSide;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/**
 * How a player is set up.
 *
 * @param callerBind address that callers bind; on one port
 * @param calleeBind address that callees listen on; port 0 = allocated
 * @param strictInferred whether inferred header expectations fail a case instead of being noted
 * @param tls how callers and callees speak TLS; empty = not at all
 * @param transport what calls use that name no transport; empty = the target's first
 * @param callerPort the port that callers bind; 0 = allocated
 * @param servers the further servers of the far end
 */
public record PlayerOptions(
    InetAddress callerBind,
    InetSocketAddress calleeBind,
    boolean strictInferred,
    Optional<TlsSettings> tls,
    Optional<Transport> transport,
    int callerPort,
    FarEndServers servers) {

  /** Whose callers bind any port. */
  public PlayerOptions(
      InetAddress callerBind,
      InetSocketAddress calleeBind,
      boolean strictInferred,
      Optional<TlsSettings> tls,
      Optional<Transport> transport) {
    this(callerBind, calleeBind, strictInferred, tls, transport, 0, FarEndServers.NONE);
  }

  /** The same whose far end has further servers. */
  public PlayerOptions serving(FarEndServers others) {
    return new PlayerOptions(
        callerBind, calleeBind, strictInferred, tls, transport, callerPort, others);
  }

  /** The same whose callers bind that port; 0 = any. */
  public PlayerOptions fromPort(int port) {
    return new PlayerOptions(callerBind, calleeBind, strictInferred, tls, transport, port, servers);
  }

  /** Whose calls use the target's first transport unless they name one. */
  public PlayerOptions(
      InetAddress callerBind,
      InetSocketAddress calleeBind,
      boolean strictInferred,
      Optional<TlsSettings> tls) {
    this(callerBind, calleeBind, strictInferred, tls, Optional.empty());
  }

  /**
   * Loopback, callers on 127.0.1.1 and callees on 127.0.2.1, so that the SBC's own address can be
   * told from ours.
   */
  public static PlayerOptions loopback() {
    return new PlayerOptions(
        new InetSocketAddress("127.0.1.1", 0).getAddress(),
        new InetSocketAddress("127.0.2.1", 0),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with TLS. */
  public PlayerOptions withTls(TlsSettings settings) {
    return new PlayerOptions(
        callerBind,
        calleeBind,
        strictInferred,
        Optional.of(settings),
        transport,
        callerPort,
        servers);
  }

  /** The same whose calls use another transport unless they name one. */
  public PlayerOptions preferring(Optional<Transport> other) {
    return new PlayerOptions(
        callerBind, calleeBind, strictInferred, tls, other, callerPort, servers);
  }

  /** The same on another side of ours. */
  public PlayerOptions at(LocalSide local) {
    return new PlayerOptions(
        local.callerBind(),
        local.calleeBind(),
        strictInferred,
        tls,
        transport,
        callerPort,
        local.servers());
  }

  /** What our endpoints speak. */
  public Set<Transport> transports() {
    return tls.isPresent()
        ? Set.of(Transport.UDP, Transport.TCP, Transport.TLS)
        : Set.of(Transport.UDP, Transport.TCP);
  }

  /** How they speak TLS, if at all. */
  public TlsSettings tlsSettings() {
    return tls.orElse(TlsSettings.DEFAULT);
  }
}
