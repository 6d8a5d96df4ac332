package io.parley.sip.jain;

import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Where the bytes go that JAIN-SIP wants to send. */
interface Outlet {

  /**
   * Puts a message on the wire: the bytes the script gave for it, if it gave any.
   *
   * @param encoded the message as JAIN-SIP would write it
   */
  void transmit(byte[] encoded, Transport transport, InetSocketAddress remote) throws IOException;
}
