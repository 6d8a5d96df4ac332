package io.parley.dns;

import java.util.OptionalInt;

/**
 * What is to be found.
 *
 * @param host a domain or host name, or an address without brackets
 * @param port empty = that of the SRV records, or the transport's own
 */
public record SipPlace(String host, OptionalInt port) {
  /** Default port of SIP over UDP and TCP (RFC 3261 §19.1.2). */
  public static final int SIP = 5060;

  /** Default port of SIP over TLS (RFC 3261 §19.1.2). */
  public static final int SIPS = 5061;

  /** A place with its port. */
  public SipPlace(String host, int port) {
    this(host, OptionalInt.of(port));
  }

  /** As people write it. */
  @Override
  public String toString() {
    String text = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port.isPresent() ? text + ":" + port.getAsInt() : text;
  }
}
