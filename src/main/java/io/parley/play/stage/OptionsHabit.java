package io.parley.play.stage;

import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Which servers of the target answer OPTIONS at all when nothing has been done to them: phones and
 * some gateways ignore it outside a dialog, and are alive. Each is asked once in a run, before the
 * first message that may do it harm. Thread-safe.
 */
public final class OptionsHabit {
  private final Liveness liveness;
  private final Target target;
  private final Map<Server, FutureTask<Boolean>> ignoring = new ConcurrentHashMap<>();

  private record Server(Transport transport, InetSocketAddress address) {}

  /** Knows nobody yet. */
  public OptionsHabit(Liveness liveness, Target target) {
    this.liveness = liveness;
    this.target = target;
  }

  /** Asks the server of a profile, unless it was asked before; others wait for the same answer. */
  public void learn(Optional<String> profile, Transport transport) throws InterruptedException {
    Server server = new Server(transport, target.address(profile, transport));
    FutureTask<Boolean> mine =
        new FutureTask<>(() -> liveness.ask(profile, transport, server.address()).ignored());
    FutureTask<Boolean> first = ignoring.putIfAbsent(server, mine);
    if (first == null) {
      mine.run();
    }
    try {
      (first == null ? mine : first).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the target could not be asked with OPTIONS: " + e.getCause().getMessage(), e);
    }
  }

  /** Whether that server is known to answer no OPTIONS, so that its silence says nothing. */
  public boolean ignores(Transport transport, InetSocketAddress address) {
    FutureTask<Boolean> known = ignoring.get(new Server(transport, address));
    try {
      return known != null && known.isDone() && known.get();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
