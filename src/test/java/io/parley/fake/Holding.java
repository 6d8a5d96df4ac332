package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param threads live ones
 * @param files open file descriptors, sockets included
 * @param sockets those of them that are sockets, and so hold a port
 * @param heap bytes in use after a collection
 */
record Holding(int threads, int files, int sockets, long heap) {
  private static final long MEGABYTE = 1 << 20;

  /**
   * As it is once nothing goes down any more: threads end and sockets close a moment after they
   * were told to.
   */
  static Holding now() throws IOException {
    Holding last = measured();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    for (int calm = 0; calm < 10 && System.nanoTime() < end; ) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      Holding next = measured();
      calm = next.threads < last.threads || next.files < last.files ? 0 : calm + 1;
      last = next;
    }
    collect();
    return measured();
  }

  /**
   * Until it frees no more: JAIN-SIP's stacks have finalizers, and keep all they know until then.
   */
  private static void collect() throws IOException {
    long least = Long.MAX_VALUE;
    for (int same = 0; same < 4; ) {
      System.gc();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // what is to be finalized is queued
      System.runFinalization();
      long heap = measured().heap;
      same = heap > least - MEGABYTE / 4 ? same + 1 : 0;
      least = Math.min(heap, least);
    }
  }

  private static Holding measured() throws IOException {
    int sockets = 0;
    int files = 0;
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : all.toList()) {
        files++;
        sockets += isSocket(file) ? 1 : 0;
      }
    }
    return new Holding(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        files,
        sockets,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  /** Fails when the later one holds more; memory may grow by what classes and caches take. */
  void assertNotExceededBy(Holding later) {
    assertThat(later.threads).as("threads").isLessThanOrEqualTo(threads);
    assertThat(later.sockets).as("sockets").isLessThanOrEqualTo(sockets);
    assertThat(later.files).as("file descriptors").isLessThanOrEqualTo(files);
    assertThat(later.heap).as("heap in use").isLessThan(heap + 8 * MEGABYTE);
  }

  @Override
  public String toString() {
    return "%d threads, %d file descriptors (%d sockets), %.1f MiB of heap"
        .formatted(threads, files, sockets, (double) heap / MEGABYTE);
  }
}
