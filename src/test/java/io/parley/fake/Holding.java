package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param threads how many live ones have a name, numbers in it aside
 * @param files open file descriptors, sockets included
 * @param sockets those of them that are sockets, and so hold a port
 * @param heap bytes in use after a collection
 */
record Holding(Map<String, Integer> threads, int files, int sockets, long heap) {
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
      calm = next.threadCount() < last.threadCount() || next.files < last.files ? 0 : calm + 1;
      last = next;
    }
    collect();
    return measured();
  }

  /** Until it frees no more, what has a finalizer included. */
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
        threadNames(),
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

  private static Map<String, Integer> threadNames() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(t -> t.getName().replaceAll("[0-9]+", "#"))
        .collect(Collectors.toMap(n -> n, n -> 1, Integer::sum, TreeMap::new));
  }

  private int threadCount() {
    return threads.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Fails when there is more of something after every repetition than after the one before. One
   * more, once, is a thread that Java or a library began meanwhile; memory may grow by what classes
   * and caches take.
   */
  static void assertNoneGrows(List<Holding> held) {
    assertThat(held).hasSizeGreaterThan(2);
    Holding last = held.get(held.size() - 1);
    assertThat(last.threads.keySet())
        .as("threads that grew, of %s", last.threads)
        .noneMatch(name -> grows(held, h -> h.threads.getOrDefault(name, 0)));
    assertThat(grows(held, Holding::sockets)).as("sockets grew: %s", held).isFalse();
    assertThat(grows(held, Holding::files)).as("file descriptors grew: %s", held).isFalse();
    assertThat(last.heap).as("heap in use").isLessThan(held.get(0).heap + 8 * MEGABYTE);
  }

  private static boolean grows(List<Holding> held, ToIntFunction<Holding> what) {
    return IntStream.range(1, held.size())
        .allMatch(i -> what.applyAsInt(held.get(i)) > what.applyAsInt(held.get(i - 1)));
  }

  @Override
  public String toString() {
    return "%d threads, %d file descriptors (%d sockets), %.1f MiB of heap"
        .formatted(threadCount(), files, sockets, (double) heap / MEGABYTE);
  }
}
