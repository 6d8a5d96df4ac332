package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.testng.annotations.Test;

/** A timer that is kept from its work. */
public class WatchedTimerTests {
  @Test
  public void whatRanLaterThanItWasDueIsTakenDown() throws Exception {
    Stalls stalls = new Stalls();
    WatchedTimer timer = new WatchedTimer("kept", stalls);
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch ran = new CountDownLatch(1);
    Instant start = Instant.now();
    timer.execute(() -> await(busy));
    timer.schedule(ran::countDown, 1, TimeUnit.MILLISECONDS);
    Instant late = start.plusMillis(120);
    while (Instant.now().isBefore(late)) {
      LockSupport.parkNanos(1_000_000);
    }
    busy.countDown();
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    timer.shutdownNow();
    assertThat(stalls.longest(start, Instant.now()).toMillis()).isGreaterThanOrEqualTo(100);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
