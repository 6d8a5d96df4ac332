package io.parley.sip.jain;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import io.parley.sip.Arrival;
import io.parley.wire.Flow;
import java.text.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a message that was told and found sound to JAIN-SIP; what it throws ends there. */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");

  private Delivery() {}

  static void to(TapChannel channel, Arrival arrival) {
    try {
      SIPMessage parsed = GuardedParser.parse(arrival.message());
      if (parsed instanceof SIPRequest) {
        parsed.setApplicationData(TransactionKey.server(arrival.message()));
        markSource(parsed.getTopmostVia(), arrival.frame().flow());
      }
      channel.processMessage(parsed);
    } catch (ParseException e) {
      LOG.debug("JAIN-SIP cannot read {}: {}", arrival.message(), e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("JAIN-SIP fails at {}", arrival.message(), e);
    }
  }

  /**
   * Writes the source into the Via (RFC 3261 §18.2.1, RFC 3581), so that JAIN-SIP answers to an
   * address and asks no DNS for a name that is only text.
   */
  static void markSource(Via via, Flow flow) throws ParseException {
    String source = flow.remote().getAddress().getHostAddress();
    if (!source.equals(via.getHost())) {
      via.setParameter(Via.RECEIVED, source);
    }
    if (via.hasParameter(Via.RPORT)) {
      via.setParameter(Via.RPORT, Integer.toString(flow.remote().getPort()));
    }
  }
}
