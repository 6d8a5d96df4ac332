package io.parley.sip.jain;

import io.parley.sip.Arrival;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the answers to a request that came over UDP go. */
public enum ResponsePath {
  /** To the source address, at the port that the Via names (RFC 3261 §18.2.2). */
  VIA,

  /**
   * To where the request came from, as if every Via asked for it with {@code rport} (RFC 3581 §4):
   * what an SBC does for clients behind a NAT (RFC 5853 §3.4).
   */
  SOURCE;

  private static final Pattern RPORT = Pattern.compile("(?i);\\s*rport\\b");
  private static final Pattern SENT_BY_PORT =
      Pattern.compile("\\S+\\s+(?:\\[[^]]*]|[^:;\\s]+)\\s*:\\s*(\\d{1,5})");
  private static final int SIP = 5060;
  private static final int PORTS = 65536;

  /**
   * Where the answer to a request goes whose connection is gone: to the source address, at the port
   * that the Via names (RFC 3261 §18.2.2).
   */
  static InetSocketAddress reopened(Arrival request) {
    Flow flow = request.frame().flow();
    int usual = flow.transport() == Transport.TLS ? SIP + 1 : SIP;
    return sentBy(flow, request.message().topVia().orElse(""), usual);
  }

  private static InetSocketAddress sentBy(Flow flow, String via, int usual) {
    Matcher m = SENT_BY_PORT.matcher(via);
    int port = m.lookingAt() ? Integer.parseInt(m.group(1)) : usual;
    boolean valid = port > 0 && port < PORTS;
    return valid ? new InetSocketAddress(flow.remote().getAddress(), port) : flow.remote();
  }

  /**
   * Where the answer to a request goes: back on the connection; over UDP as the path says, at the
   * source port in any case where {@code rport} asks for it (RFC 3581 §4).
   */
  InetSocketAddress of(Arrival request) {
    Flow flow = request.frame().flow();
    String via = request.message().topVia().orElse("");
    boolean toSource = this == SOURCE || flow.transport().isStream();
    if (toSource || via.isEmpty() || RPORT.matcher(via).find()) {
      return flow.remote();
    }
    return sentBy(flow, via, SIP);
  }
}
