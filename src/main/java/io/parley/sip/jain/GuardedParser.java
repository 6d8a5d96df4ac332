package io.parley.sip.jain;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.parley.sip.SipMessage;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;

/**
 * JAIN-SIP's parser, behind a guard: on some messages it recurses until the stack overflows, on
 * others it throws what its signature does not say.
 */
final class GuardedParser {
  private static final Set<Class<?>> IDENTITY =
      Set.of(
          From.class,
          To.class,
          CSeq.class,
          Via.class,
          CallID.class,
          ContentLength.class,
          RequestLine.class,
          StatusLine.class);

  private GuardedParser() {}

  /**
   * Parses; a header that is not part of the message's identity may be malformed.
   *
   * @throws ParseException whatever went wrong, in words
   */
  static SIPMessage parse(SipMessage message) throws ParseException {
    int end = message.bodyStart() + message.body().length;
    byte[] bytes = Arrays.copyOf(message.bytes(), end);
    try {
      SIPMessage out =
          new StringMsgParser().parseSIPMessage(bytes, true, false, GuardedParser::onBadHeader);
      if (out == null) {
        throw new ParseException("there is no message", 0);
      }
      return out;
    } catch (StackOverflowError e) {
      throw new ParseException("it is nested too deeply", 0);
    } catch (RuntimeException e) {
      throw new ParseException("it cannot be read: " + e, 0);
    }
  }

  private static void onBadHeader(
      ParseException e, SIPMessage message, Class<?> kind, String header, String text)
      throws ParseException {
    if (kind != null && IDENTITY.contains(kind)) {
      throw e;
    }
  }
}
