package io.parley.play;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * How a player is set up.
 *
 * @param callerBind address that callers bind; their port is allocated
 * @param calleeBind address that callees listen on; port 0 = allocated
 * @param strictInferred whether inferred header expectations fail a case instead of being noted
 */
public record PlayerOptions(
    InetAddress callerBind, InetSocketAddress calleeBind, boolean strictInferred) {

  /**
   * Loopback, callers on 127.0.1.1 and callees on 127.0.2.1, so that the SBC's own address can be
   * told from ours.
   */
  public static PlayerOptions loopback() {
    return new PlayerOptions(
        new InetSocketAddress("127.0.1.1", 0).getAddress(),
        new InetSocketAddress("127.0.2.1", 0),
        false);
  }
}
