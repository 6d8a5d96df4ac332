package io.parley.farend;

import io.parley.wire.Probe;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Finds out why a far end is silent over UDP: only a connected socket learns that a port is closed.
 * One probe serves all calls that ask while it runs. Asked on the SBC's one thread; waits on a
 * thread of its own.
 */
final class FarEndProbe implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(300);

  private final InetSocketAddress farEnd;
  private final Executor home;
  private final ExecutorService worker;
  private List<Consumer<String>> asking = new ArrayList<>();

  FarEndProbe(InetSocketAddress farEnd, Executor home, String name) {
    this.farEnd = farEnd;
    this.home = home;
    this.worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread out = new Thread(task, name + "-probe");
              out.setDaemon(true);
              return out;
            });
  }

  /** Tells, if nobody listens there, why. */
  void ask(Consumer<String> unreachable) {
    asking.add(unreachable);
    if (asking.size() == 1) {
      worker.execute(this::probe);
    }
  }

  private void probe() {
    Probe.Finding found = Probe.udp(null, farEnd, WAIT);
    try {
      home.execute(() -> tell(found));
    } catch (RejectedExecutionException e) {
      asking.clear(); // closed meanwhile
    }
  }

  private void tell(Probe.Finding found) {
    List<Consumer<String>> asked = asking;
    asking = new ArrayList<>();
    if (found != Probe.Finding.OPEN_OR_SILENT) {
      asked.forEach(a -> a.accept(found.words()));
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
