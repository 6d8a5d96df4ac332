package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.parley.wire.Transport;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/**
 * What JAIN-SIP gets to see of a message: whether it belongs to an INVITE, its status, and a branch
 * that we made. That is all a transaction needs (RFC 3261 §17).
 *
 * <p>No byte of the network reaches JAIN-SIP's parser, which recurses, prints stack traces and
 * throws what it does not declare; and none of its own replies to malformed or dialog-less requests
 * can come up. What it sends is only the sign to send the real message.
 */
final class Skeleton {
  /** Stands for every method that is not INVITE or ACK: their transactions are the same. */
  static final String OTHER = "OPTIONS";

  /** Where JAIN-SIP believes everybody lives; nothing is ever sent there. */
  static final String PEER = "127.0.0.1";

  /** The port of {@link #PEER}. */
  static final int PORT = 9;

  private Skeleton() {}

  /** The method JAIN-SIP is told. */
  static String method(String real) {
    return real.equals("INVITE") || real.equals("ACK") ? real : OTHER;
  }

  /** A request of that transaction. */
  static SIPRequest request(String method, String branch, Transport transport) {
    return (SIPRequest)
        parse(
            method
                + " sip:parley.invalid SIP/2.0\r\n"
                + identity(method, branch, transport, "")
                + "Max-Forwards: 70\r\nContact: <sip:parley.invalid>\r\n\r\n");
  }

  /** A response in that transaction. */
  static SIPResponse response(int status, String method, String branch, Transport transport) {
    return (SIPResponse)
        parse(
            "SIP/2.0 "
                + status
                + " -\r\n"
                + identity(method, branch, transport, ";tag=t")
                + "Contact: <sip:parley.invalid>\r\n\r\n");
  }

  private static String identity(String method, String branch, Transport transport, String toTag) {
    return "Via: SIP/2.0/"
        + transport
        + ' '
        + PEER
        + ':'
        + PORT
        + ";branch="
        + branch
        + "\r\nFrom: <sip:f@parley.invalid>;tag=f\r\nTo: <sip:t@parley.invalid>"
        + toTag
        + "\r\nCall-ID: "
        + branch
        + "\r\nCSeq: 1 "
        + method
        + "\r\nContent-Length: 0\r\n";
  }

  private static SIPMessage parse(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return new StringMsgParser().parseSIPMessage(bytes, true, false, null);
    } catch (ParseException e) {
      throw new IllegalStateException("JAIN-SIP cannot read " + text, e);
    }
  }
}
