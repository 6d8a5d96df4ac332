package io.parley.sip.jain;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.HopImpl;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.PeerUnavailableException;
import javax.sip.SipListener;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Hop;

/**
 * A JAIN-SIP stack without sockets: it parses, keeps transactions and their timers; the endpoint
 * moves the bytes.
 */
final class TapStack extends SipStackImpl {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<Transport, TapProcessor> processors = new ConcurrentHashMap<>();
  private SipProviderImpl provider;

  private TapStack(Properties properties) throws PeerUnavailableException {
    super(properties);
  }

  /** Makes a stack; one at a time, since JAIN-SIP keeps its logger in a static field. */
  static TapStack open(
      String name,
      int port,
      Set<Transport> transports,
      Outlet outlet,
      SipListener listener,
      ScheduledExecutorService timer)
      throws Exception {
    synchronized (TapStack.class) {
      TapStack stack = new TapStack(properties(name + "-" + COUNT.incrementAndGet()));
      ((StackTimer) stack.getTimer()).use(timer);
      stack.setMessageProcessorFactory(
          (owner, address, p, transport) -> stack.processor(owner, address, p, transport, outlet));
      for (Transport t : transports) {
        var point = stack.createListeningPoint(TapProcessor.ADDRESS, port, t.parameter());
        if (stack.provider == null) {
          stack.provider = (SipProviderImpl) stack.createSipProvider(point);
        } else {
          stack.provider.addListeningPoint(point);
        }
      }
      stack.provider.addSipListener(listener);
      return stack;
    }
  }

  private static Properties properties(String name) {
    Properties p = new Properties();
    p.setProperty("javax.sip.STACK_NAME", name);
    p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    String own = "gov.nist.javax.sip.";
    p.setProperty(own + "STACK_LOGGER", StackLog.class.getName());
    p.setProperty(own + "SERVER_LOGGER", MessageLog.class.getName());
    p.setProperty(own + "TIMER_CLASS_NAME", StackTimer.class.getName());
    p.setProperty(own + "SECURITY_MANAGER_PROVIDER", NoKeys.class.getName());
    p.setProperty(own + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    p.setProperty(own + "REENTRANT_LISTENER", "true");
    p.setProperty(own + "THREAD_POOL_SIZE", "1");
    p.setProperty(own + "RELEASE_REFERENCES_STRATEGY", "Normal");
    p.setProperty(own + "CANCEL_CLIENT_TRANSACTION_CHECKED", "false");
    p.setProperty(own + "DELIVER_UNSOLICITED_NOTIFY", "true");
    p.setProperty(own + "CONGESTION_CONTROL_TIMEOUT", "0");
    return p;
  }

  private TapProcessor processor(
      SIPTransactionStack owner, InetAddress address, int port, String transport, Outlet outlet) {
    Transport kind = Transport.valueOf(transport.toUpperCase(Locale.ROOT));
    TapProcessor out = new TapProcessor(address, port, kind, owner, outlet);
    processors.put(kind, out);
    return out;
  }

  SipProviderImpl provider() {
    return provider;
  }

  TapProcessor processor(Transport transport) {
    return processors.get(transport);
  }

  @Override
  public Hop getNextHop(SIPRequest request) {
    return new HopImpl(Skeleton.PEER, Skeleton.PORT, request.getTopmostVia().getTransport());
  }

  /**
   * Does nothing, so that Java does not even register a finalizer. JAIN-SIP's would stop the stack
   * once more and sleep a second in it, one stack after the other, and keep all of them in memory
   * until then; a stack that was not stopped has a thread and is never collected.
   */
  @Override
  protected void finalize() {}

  /**
   * Stops at once. JAIN-SIP would sleep a second, which an interrupt ends, and would leave its
   * event thread waiting for an event, so it gets one.
   */
  @Override
  public void stop() {
    EventScanner scanner = getEventScanner();
    if (scanner == null) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    scanner.forceStop();
    scanner.addEvent(
        new EventWrapper(
            new TransactionTerminatedEvent(provider, (SIPClientTransaction) null), null));
    Thread.currentThread().interrupt();
    try {
      super.stop();
    } finally {
      Thread.interrupted();
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
