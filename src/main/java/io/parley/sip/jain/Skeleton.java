package io.parley.sip.jain;

import gov.nist.core.Host;
import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import io.parley.wire.Transport;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;

/**
 * What JAIN-SIP gets to see of a message: whether it belongs to an INVITE, its status, and a branch
 * that we made. That is all a transaction needs (RFC 3261 §17).
 *
 * <p>No byte of the network reaches JAIN-SIP's parser, which prints stack traces and throws what it
 * does not declare, and none of its own replies to malformed or dialog-less requests can come up.
 * What it sends is only the sign to send the real message.
 */
final class Skeleton {
  /** Stands for every method that is not INVITE or ACK: their transactions are the same. */
  static final String OTHER = "OPTIONS";

  /** Where JAIN-SIP believes everybody lives; nothing is ever sent there. */
  static final String PEER = "127.0.0.1";

  /** The port of {@link #PEER}. */
  static final int PORT = 9;

  private static final String NAME = "parley.invalid";

  private Skeleton() {}

  /** The method JAIN-SIP is told. */
  static String method(String real) {
    return real.equals("INVITE") || real.equals("ACK") ? real : OTHER;
  }

  /** A request of that transaction. */
  static SIPRequest request(String method, String branch, Transport transport) {
    SIPRequest out = new SIPRequest();
    out.setRequestLine(new RequestLine(uri(), method));
    identify(out, method, branch, transport, new To());
    try {
      out.setHeader(new MaxForwards(70));
    } catch (InvalidArgumentException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  /** A response in that transaction. */
  static SIPResponse response(int status, String method, String branch, Transport transport) {
    SIPResponse out = new SIPResponse();
    StatusLine line = new StatusLine();
    line.setStatusCode(status);
    line.setReasonPhrase("-");
    out.setStatusLine(line);
    To to = new To();
    identify(out, method, branch, transport, to);
    try {
      to.setTag("t");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  private static void identify(
      SIPMessage message, String method, String branch, Transport transport, To to) {
    try {
      Via via = new Via();
      via.setHost(PEER);
      via.setPort(PORT);
      via.setTransport(transport.name());
      via.setBranch(branch);
      message.setHeader(via);
      From from = new From();
      from.setAddress(address());
      from.setTag("f");
      message.setHeader(from);
      to.setAddress(address());
      message.setHeader(to);
      message.setHeader(new CallID(branch));
      message.setHeader(new CSeq(1L, method));
      Contact contact = new Contact();
      contact.setAddress(address());
      message.setHeader(contact);
    } catch (ParseException | InvalidArgumentException e) {
      throw new IllegalStateException("JAIN-SIP refuses its own header", e);
    }
  }

  private static AddressImpl address() {
    AddressImpl out = new AddressImpl();
    out.setURI(uri());
    return out;
  }

  private static SipUri uri() {
    SipUri out = new SipUri();
    out.setHost(new Host(NAME));
    return out;
  }
}
