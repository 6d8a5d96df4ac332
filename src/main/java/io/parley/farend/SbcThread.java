package io.parley.farend;

import io.parley.sip.WatchedTimer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of an SBC: work waits until it may begin, and none that fails ends it. */
final class SbcThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SbcThread.class);
  private static final long SECONDS = 2;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final WatchedTimer executor;

  SbcThread(String name) {
    executor = new WatchedTimer(name);
  }

  /** For timers. */
  ScheduledExecutorService executor() {
    return executor;
  }

  /** Lets it begin, and do something every now and then. */
  void begin(Runnable always, long everyMillis) {
    executor.scheduleWithFixedDelay(
        () -> guarded(always), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    begun.countDown();
  }

  /** Does something else every now and then, at once for the first time. */
  void always(Runnable work, Duration every) {
    executor.scheduleWithFixedDelay(() -> guarded(work), 0, every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Does something when it is its turn. */
  void run(Runnable work) {
    try {
      executor.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      LOG.debug("closed, a message is dropped");
    }
  }

  /** Looks something up; waits for it. */
  int ask(IntSupplier what) {
    try {
      return executor.submit(what::getAsInt).get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      throw new IllegalStateException("the SBC is closed or hangs", e);
    }
  }

  /** One message that we cannot handle must not end the thread, nor go unnoticed. */
  private void guarded(Runnable work) {
    try {
      begun.await();
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("the embedded SBC failed at a message", e);
    }
  }

  /** Takes no more work; what is under way is interrupted. */
  void stop() {
    executor.shutdownNow();
  }

  /** Waits for its end. */
  @Override
  public void close() {
    stop();
    try {
      executor.awaitTermination(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
