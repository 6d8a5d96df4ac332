package io.parley.farend;

import io.parley.wire.Probe;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Finds out why whoever was called is silent over UDP: only a connected socket learns that a port
 * is closed. One probe of a place serves all calls that ask while it runs. Asked on the SBC's one
 * thread; waits on a thread of its own.
 */
final class FarEndProbe implements AutoCloseable {
  /** When to ask: long enough for one repetition of what was sent. */
  static final Duration AFTER = Duration.ofMillis(600);

  private static final Duration WAIT = Duration.ofMillis(300);

  private final Executor home;
  private final ExecutorService worker;
  private final Map<InetSocketAddress, List<Consumer<String>>> asking = new HashMap<>();

  FarEndProbe(Executor home, String name) {
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
  void ask(InetSocketAddress place, Consumer<String> unreachable) {
    List<Consumer<String>> waiting = asking.computeIfAbsent(place, p -> new ArrayList<>());
    waiting.add(unreachable);
    if (waiting.size() == 1) {
      worker.execute(() -> probe(place));
    }
  }

  private void probe(InetSocketAddress place) {
    Probe.Finding found = Probe.udp(null, place, WAIT);
    home.execute(() -> tell(place, found));
  }

  private void tell(InetSocketAddress place, Probe.Finding found) {
    List<Consumer<String>> asked = asking.remove(place);
    if (found != Probe.Finding.OPEN_OR_SILENT) {
      asked.forEach(a -> a.accept(found.words()));
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
