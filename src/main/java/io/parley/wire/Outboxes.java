package io.parley.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be written to each peer of a port, in its order. A peer that takes nothing, or that
 * cannot be connected to, delays nobody but itself: whoever sends does not wait. Any thread.
 */
final class Outboxes {
  /** What may wait for one peer, in bytes. */
  private static final int MOST_BYTES = 4 << 20;

  /** Peers that are written to at the same time. */
  private static final int MOST_PEERS = 1000;

  private static final long IDLE_SECONDS = 5;

  /** How a message gets to a peer. */
  interface Post {
    /**
     * Writes it; may wait.
     *
     * @throws IOException when it cannot be written, which has been told; what waits behind it is
     *     let go
     */
    void write(byte[] message, InetSocketAddress peer) throws IOException;
  }

  private final Post post;
  private final ThreadPoolExecutor writers;
  private final Map<InetSocketAddress, Outbox> open = new HashMap<>();
  private boolean closed;

  /** What waits for one peer; there for as long as somebody writes to it. */
  private static final class Outbox {
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int bytes;
  }

  /**
   * Empty ones.
   *
   * @param name starts the names of the threads that write
   */
  Outboxes(Post post, String name) {
    this.post = post;
    this.writers =
        new ThreadPoolExecutor(
            0,
            MOST_PEERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread out = new Thread(work, name + "-writer");
              out.setDaemon(true);
              return out;
            });
  }

  /**
   * Takes a message that is to be written to a peer when those before it are.
   *
   * @throws IOException when too much waits already, or nobody writes any more
   */
  synchronized void put(byte[] message, InetSocketAddress peer) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    Outbox box = open.get(peer);
    if (box == null) {
      box = begun(peer);
    }
    if (box.bytes + message.length > MOST_BYTES) {
      throw new IOException("it takes nothing, and " + box.bytes + " bytes wait for it");
    }
    box.waiting.add(message);
    box.bytes += message.length;
  }

  private Outbox begun(InetSocketAddress peer) throws IOException {
    Outbox box = new Outbox();
    try {
      writers.execute(() -> writeAll(peer, box));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      throw new IOException("too many peers take nothing");
    }
    open.put(peer, box);
    return box;
  }

  private void writeAll(InetSocketAddress peer, Outbox box) {
    try {
      for (byte[] message = next(peer, box); message != null; message = next(peer, box)) {
        post.write(message, peer);
        written(box, message);
      }
    } catch (IOException e) {
      over(peer, box);
    } catch (RuntimeException | Error e) {
      over(peer, box);
      throw e;
    }
  }

  /** The next message; null = there is none, and who wrote goes. */
  private synchronized byte[] next(InetSocketAddress peer, Outbox box) {
    byte[] out = box.waiting.poll();
    if (out == null) {
      over(peer, box);
    }
    return out;
  }

  private synchronized void written(Outbox box, byte[] message) {
    box.bytes -= message.length;
  }

  private synchronized void over(InetSocketAddress peer, Outbox box) {
    open.remove(peer, box);
    notifyAll();
  }

  /** Takes no more, and waits for what is there to be written, at most the given time. */
  void close(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (this) {
      closed = true;
      for (long left = millis; left > 0 && !open.isEmpty(); ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }
    writers.shutdownNow();
  }
}
