package io.parley.target;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Our own side of a target: where we are bound, and what we say of that.
 *
 * @param callerBind address callers bind
 * @param calleeBind address and port callees listen on; port 0 = any
 * @param advertise address written in SDP and Contact instead of the bound one
 * @param contactHost host name written in Contact and From instead of an address, for a target that
 *     insists on one; it is mere text, requests to it come back on the flow of their dialog
 * @param rtpPorts the RTP ports to name in SDP
 * @param callerPort port callers bind; 0 = any
 * @param servers the further servers of the far end that we play
 */
public record LocalSide(
    InetAddress callerBind,
    InetSocketAddress calleeBind,
    Optional<String> advertise,
    Optional<String> contactHost,
    PortRange rtpPorts,
    int callerPort,
    FarEndServers servers) {

  /** A side whose far end has one server. */
  public LocalSide(
      InetAddress callerBind,
      InetSocketAddress calleeBind,
      Optional<String> advertise,
      Optional<String> contactHost,
      PortRange rtpPorts,
      int callerPort) {
    this(callerBind, calleeBind, advertise, contactHost, rtpPorts, callerPort, FarEndServers.NONE);
  }

  /** A side whose callers bind any port. */
  public LocalSide(
      InetAddress callerBind,
      InetSocketAddress calleeBind,
      Optional<String> advertise,
      Optional<String> contactHost,
      PortRange rtpPorts) {
    this(callerBind, calleeBind, advertise, contactHost, rtpPorts, 0);
  }

  /** The same whose callees listen there. */
  public LocalSide listening(InetSocketAddress callees) {
    return new LocalSide(
        callerBind, callees, advertise, contactHost, rtpPorts, callerPort, servers);
  }

  /** The same whose far end has further servers. */
  public LocalSide with(FarEndServers others) {
    return new LocalSide(
        callerBind, calleeBind, advertise, contactHost, rtpPorts, callerPort, others);
  }
}
