package io.parley.sip.jain;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.Transaction;
import javax.sip.TransactionTerminatedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JAIN-SIP's events. Messages are none of them: those were told at the tap. What is of use is that
 * it took a request, and that a transaction ended.
 */
final class StackEvents implements SipListener {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");

  private final Clients clients;
  private final Servers servers;

  StackEvents(Clients clients, Servers servers) {
    this.clients = clients;
    this.servers = servers;
  }

  @Override
  public void processRequest(RequestEvent event) {
    SIPRequest request = (SIPRequest) event.getRequest();
    if (event.getServerTransaction() != null || request.getMethod().equals("ACK")) {
      return;
    }
    try {
      var transaction = ((SipProvider) event.getSource()).getNewServerTransaction(request);
      servers.taken(request.getTopmostVia().getBranch(), (SIPServerTransaction) transaction);
    } catch (SipException e) {
      LOG.debug("JAIN-SIP refuses {}: {}", request.getFirstLine(), e.getMessage());
    }
  }

  @Override
  public void processResponse(ResponseEvent event) {}

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()) {
      clients.timedOut(branch(event.getClientTransaction()));
    }
  }

  @Override
  public void processIOException(IOExceptionEvent event) {}

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    if (!event.isServerTransaction() && event.getClientTransaction() != null) {
      clients.ended(branch(event.getClientTransaction()));
    }
  }

  private static String branch(Transaction transaction) {
    return ((SIPClientTransaction) transaction).getBranch();
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}
}
