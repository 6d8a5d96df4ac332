package io.parley.sip.jain;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JAIN-SIP's timer on the endpoint's own executor: a daemon thread, and a task that fails is logged
 * instead of printed. The stack makes it by name, before the endpoint can hand over its executor.
 */
public final class StackTimer implements SipTimer {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");

  private volatile ScheduledExecutorService executor;

  /** Made by the stack. */
  public StackTimer() {}

  void use(ScheduledExecutorService endpointTimer) {
    this.executor = endpointTimer;
  }

  @Override
  public boolean schedule(SIPStackTimerTask task, long delay) {
    return remember(task, () -> executor.schedule(() -> run(task), delay, TimeUnit.MILLISECONDS));
  }

  @Override
  public boolean scheduleWithFixedDelay(SIPStackTimerTask task, long delay, long period) {
    return remember(
        task,
        () ->
            executor.scheduleWithFixedDelay(() -> run(task), delay, period, TimeUnit.MILLISECONDS));
  }

  private boolean remember(
      SIPStackTimerTask task, java.util.function.Supplier<Future<?>> scheduling) {
    try {
      task.setSipTimerTask(scheduling.get());
      return true;
    } catch (RejectedExecutionException e) {
      return false; // the endpoint is closed
    }
  }

  private static void run(SIPStackTimerTask task) {
    try {
      task.runTask();
    } catch (RuntimeException e) {
      LOG.debug("A task of JAIN-SIP's timer failed", e);
    }
  }

  @Override
  public boolean cancel(SIPStackTimerTask task) {
    task.cleanUpBeforeCancel();
    return task.getSipTimerTask() instanceof Future<?> f && f.cancel(false);
  }

  @Override
  public void start(SipStackImpl sipStack, Properties configurationProperties) {}

  @Override
  public void stop() {}

  @Override
  public boolean isStarted() {
    ScheduledExecutorService e = executor;
    return e == null || !e.isShutdown();
  }
}
