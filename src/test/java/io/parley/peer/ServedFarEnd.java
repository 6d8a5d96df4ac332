package io.parley.peer;

import io.parley.Scratch;
import io.parley.run.Parley;
import io.parley.run.RunRequest;
import io.parley.run.ServeOutcome;
import io.parley.run.ServeRequest;
import io.parley.run.StopSwitch;
import io.parley.serve.RefusedOptions;
import io.parley.serve.ServeEvent;
import io.parley.serve.ServedCall;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code parley serve} in this process, on an address of its own. */
final class ServedFarEnd implements AutoCloseable {
  private static final long SECONDS = 20;

  private final StopSwitch stop = new StopSwitch();
  private final BlockingQueue<ServedCall> rulings = new LinkedBlockingQueue<>();
  private final BlockingQueue<RefusedOptions> refusals = new LinkedBlockingQueue<>();
  private final CompletableFuture<ServeOutcome> outcome = new CompletableFuture<>();
  private final InetSocketAddress address;
  private final Path folder;

  private ServedFarEnd(InetSocketAddress address, Path folder) {
    this.address = address;
    this.folder = folder;
  }

  /** Serves until it is stopped. */
  static ServedFarEnd open(String profile, Transport... transports) throws Exception {
    return open(profile, Optional.empty(), OptionalInt.empty(), transports);
  }

  /** Serves in a manner of its own until it is stopped. */
  static ServedFarEnd open(String profile, ServeRequest.Manner manner, Transport... transports)
      throws Exception {
    return open(
        profile, Optional.empty(), Optional.empty(), OptionalInt.empty(), manner, transports);
  }

  /** Serves over TLS until it is stopped. */
  static ServedFarEnd secure(String profile, TlsSettings tls) throws Exception {
    return open(
        profile,
        Optional.of(tls),
        Optional.empty(),
        OptionalInt.empty(),
        ServeRequest.Manner.USUAL,
        Transport.TLS);
  }

  /** Serves so many calls, and calls somebody itself. */
  static ServedFarEnd open(
      String profile, Optional<ServeRequest.Dial> dial, OptionalInt calls, Transport... transports)
      throws Exception {
    return open(profile, Optional.empty(), dial, calls, ServeRequest.Manner.USUAL, transports);
  }

  private static ServedFarEnd open(
      String profile,
      Optional<TlsSettings> tls,
      Optional<ServeRequest.Dial> dial,
      OptionalInt calls,
      ServeRequest.Manner manner,
      Transport... transports)
      throws Exception {
    InetSocketAddress at = OwnPlace.next();
    ServedFarEnd out = new ServedFarEnd(at, Scratch.folder("serve-"));
    List<ServeRequest.Listen> listens = new ArrayList<>();
    for (Transport t : transports) {
      listens.add(new ServeRequest.Listen(t, at));
    }
    ServeRequest request =
        new ServeRequest(
            profile,
            listens,
            tls,
            dial,
            calls,
            Optional.empty(),
            new RunRequest.Output(out.folder, false, false, false, Map.of()),
            manner);
    out.start(request);
    return out;
  }

  private void start(ServeRequest request) throws Exception {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(new Parley("test", said::add).serve(request, this::take, stop));
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
                said.add(String.valueOf(e.getMessage()));
              }
            },
            "serve");
    thread.setDaemon(true);
    thread.start();
    for (ServeRequest.Listen listen : request.listens()) {
      String line = said.poll(SECONDS, TimeUnit.SECONDS);
      if (line != null && line.startsWith("made a certificate")) {
        line = said.poll(SECONDS, TimeUnit.SECONDS);
      }
      if (line == null || !line.startsWith("serving ")) {
        throw new AssertionError(listen + ": " + line);
      }
    }
  }

  private void take(ServeEvent event) {
    if (event instanceof ServeEvent.Judged judged) {
      rulings.add(judged.call());
    } else if (event instanceof ServeEvent.Refused refused) {
      refusals.add(refused.refused());
    }
  }

  /** The next OPTIONS that was refused for the first time. */
  RefusedOptions refusedOptions() throws InterruptedException {
    RefusedOptions out = refusals.poll(SECONDS, TimeUnit.SECONDS);
    if (out == null) {
      throw new AssertionError("no OPTIONS was refused");
    }
    return out;
  }

  InetSocketAddress address() {
    return address;
  }

  /** {@code host:port}. */
  String place() {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** The next ruling of that sort; those before it are let go. */
  ServedCall ruling(Predicate<ServedCall> wanted) throws InterruptedException {
    List<ServedCall> others = new ArrayList<>();
    while (true) {
      ServedCall call = rulings.poll(SECONDS, TimeUnit.SECONDS);
      if (call == null) {
        throw new AssertionError("no such ruling among " + others);
      }
      if (wanted.test(call)) {
        return call;
      }
      others.add(call);
    }
  }

  /** What was told of and not taken. */
  int waiting() {
    return rulings.size();
  }

  /** Waits for its end. */
  ServeOutcome ended() throws Exception {
    return outcome.get(60, TimeUnit.SECONDS);
  }

  /** Ends it as Ctrl-C does. */
  ServeOutcome stopped() throws Exception {
    stop.interrupt();
    return ended();
  }

  /** A file that it wrote. */
  String report(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws Exception {
    stopped();
  }
}
