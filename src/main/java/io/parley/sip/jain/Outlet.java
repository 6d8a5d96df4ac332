package io.parley.sip.jain;

import io.parley.sip.SipMessage;
import java.io.IOException;

/** Where JAIN-SIP's wish to send goes. */
interface Outlet {

  /** Puts the message on the wire that the skeleton stands for. */
  void transmit(SipMessage skeleton) throws IOException;
}
