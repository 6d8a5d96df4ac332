package io.parley.target;

import io.parley.dns.SipPlace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as people write it: {@code host}, {@code host:port}, {@code [v6]:port}.
 *
 * @param host name or address, without brackets
 * @param port 0..65535
 */
public record HostAndPort(String host, int port) {
  /** Default port of SIP over UDP and TCP (RFC 3261 §19.1.2). */
  static final int SIP = 5060;

  /** Default port of SIP over TLS (RFC 3261 §19.1.2). */
  static final int SIPS = 5061;

  /** Default port of a name server (RFC 1035 §4.2). */
  static final int DNS = 53;

  private static final int NONE = -1;

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\s:\\[\\]/@]+))(?::(\\d{1,5}))?");

  /** Reads a place; port 5060 where none is written. */
  public static Optional<HostAndPort> parse(String text) {
    return parse(text, SIP);
  }

  /** Reads a place; another port where none is written. */
  static Optional<HostAndPort> parse(String text, int otherwise) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    int port = m.group(3) == null ? otherwise : Integer.parseInt(m.group(3));
    String host = m.group(1) == null ? m.group(2) : m.group(1);
    return port > 65535 ? Optional.empty() : Optional.of(new HostAndPort(host, port));
  }

  /** A place without its port where none is written. */
  static Optional<SipPlace> place(String text) {
    return parse(text, NONE)
        .map(
            p ->
                new SipPlace(
                    p.host(), p.port() == NONE ? OptionalInt.empty() : OptionalInt.of(p.port())));
  }

  /** The address; empty when the name is not known. */
  public Optional<InetSocketAddress> resolve() {
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
