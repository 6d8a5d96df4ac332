package io.parley.peer;

import io.parley.Scratch;
import io.parley.certify.Certificate;
import io.parley.phone.SrtpMode;
import io.parley.run.Parley;
import io.parley.run.RunRequest;
import io.parley.run.ServeRequest;
import io.parley.run.StopSwitch;
import io.parley.run.TrialOutcome;
import io.parley.run.TrialRequest;
import io.parley.trial.TrialEvent;
import io.parley.trial.TrialTimes;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code parley serve --certify} in this process, and a baresip that does what it is told. */
final class TriedPhone implements AutoCloseable {
  private static final long SECONDS = 20;

  /**
   * Everything in moments, since a baresip does not look at its display, but for what it does by
   * clocks of its own: there a second is left for a busy machine.
   */
  private static final TrialTimes TIMES =
      new TrialTimes(
          Duration.ofMillis(300),
          Duration.ofSeconds(2),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(6),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20));

  private final StopSwitch stop = new StopSwitch();
  private final BlockingQueue<TrialEvent> events = new LinkedBlockingQueue<>();
  private final List<TrialEvent> all = new ArrayList<>();
  private final CompletableFuture<TrialOutcome> outcome = new CompletableFuture<>();
  private final InetSocketAddress address;
  private final Path folder;
  private Baresip phone;

  private TriedPhone(InetSocketAddress address, Path folder) {
    this.address = address;
    this.folder = folder;
  }

  /**
   * Begins a trial and starts the phone, which registers.
   *
   * @param as the phone whose data sheet is held against it
   * @param modules of its codecs, in their order
   * @param account parameters of its account beyond its credentials
   */
  static TriedPhone start(String as, String modules, String account) throws Exception {
    return start(as, Optional.empty(), modules, account);
  }

  /** The same where the phone is said to be set to secure its media so. */
  static TriedPhone start(String as, Optional<SrtpMode> mode, String modules, String account)
      throws Exception {
    InetSocketAddress at = OwnPlace.next();
    TriedPhone out = new TriedPhone(at, Scratch.folder("trial-"));
    out.begin(as, mode, Transport.UDP, Transport.TCP);
    String place = Flow.text(at);
    String parameters =
        ";auth_user=parley;auth_pass=parley" + account.replace("PLACE", "sip:" + place);
    if (!account.contains("regint")) {
      parameters += ";regint=3600";
    }
    out.phone = Baresip.registering("2001", at, modules, parameters);
    return out;
  }

  /** The same over TLS alone, where the phone trusts the authority that was made for the trial. */
  static TriedPhone secure(String as, SrtpMode mode, String account) throws Exception {
    InetSocketAddress at = OwnPlace.next();
    TriedPhone out = new TriedPhone(at, Scratch.folder("trial-"));
    out.begin(as, Optional.of(mode), Transport.TLS);
    String parameters = ";auth_user=parley;auth_pass=parley;regint=3600" + account;
    out.phone = Baresip.trusting("2001", at, out.folder.resolve("authority.pem"), parameters);
    return out;
  }

  private void begin(String as, Optional<SrtpMode> mode, Transport... transports) throws Exception {
    List<ServeRequest.Listen> listens =
        Stream.of(transports).map(t -> new ServeRequest.Listen(t, address)).toList();
    ServeRequest serve =
        new ServeRequest(
            "sipconnect",
            listens,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(Duration.ofMinutes(2)),
            new RunRequest.Output(folder, false, false, false, Map.of()));
    TrialRequest request = new TrialRequest(serve, as, mode, Optional.empty(), TIMES);
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(new Parley("test", line -> {}).trial(request, events::add, stop));
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            },
            "trial");
    thread.setDaemon(true);
    thread.start();
    awaitNext();
  }

  Baresip phone() {
    return phone;
  }

  /** {@code host:port}. */
  String place() {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Dials one of the numbers. */
  void dial(String number) throws Exception {
    phone.control().tell("dial", "sip:" + number + "@" + place());
  }

  /** Waits for what comes next. */
  TrialEvent.Next awaitNext() throws Exception {
    return await(TrialEvent.Next.class);
  }

  /** Waits until the tester is told to do that in a call. */
  void awaitTodo(String words) throws Exception {
    while (!await(TrialEvent.Todo.class).words().startsWith(words)) {
      // The next one.
    }
  }

  /** Waits until a step is over. */
  TrialEvent.Over awaitOver() throws Exception {
    return await(TrialEvent.Over.class);
  }

  private <T extends TrialEvent> T await(Class<T> type) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      TrialEvent event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (event == null) {
        if (outcome.isCompletedExceptionally()) {
          outcome.get();
        }
        throw new AssertionError(
            "no " + type.getSimpleName() + " after " + all + (phone == null ? "" : phone.output()));
      }
      all.add(event);
      if (type.isInstance(event)) {
        return type.cast(event);
      }
    }
  }

  /** Everything that was told. */
  List<TrialEvent> told() {
    events.drainTo(all);
    return List.copyOf(all);
  }

  /** Waits until it ends by itself. */
  TrialOutcome ended() throws Exception {
    return outcome.get(60, TimeUnit.SECONDS);
  }

  /** Takes the phone off, which de-registers, and ends it as Ctrl-C does. */
  Certificate stopped() throws Exception {
    phone.close();
    stop.interrupt();
    return ended().certificate();
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws Exception {
    stop.interrupt();
    if (phone != null) {
      phone.close();
    }
  }
}
