package io.parley.run;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.play.RunInfo;
import io.parley.play.RunListener;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.report.Secrets;
import io.parley.report.allure.ReportOptions;
import io.parley.report.allure.Reports;
import io.parley.serve.CallLogs;
import io.parley.serve.ServeEvent;
import io.parley.serve.ServedCall;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Plays a far end until its time is over: one embedded SBC without anybody behind it for each place
 * it listens on, all calls told through one queue. What cannot be told in time is counted and left
 * out; the far end goes on serving.
 */
final class Serving {
  private static final int QUEUE = 20_000;
  private static final int BATCH = 200;
  private static final int WRITERS = 2;

  /** How long calls that are hung up at the end may take to say so. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private static final Duration WRITE_EVERY = Duration.ofMillis(500);

  private final ServeRequest request;
  private final Profile profile;
  private final Consumer<ServedCall> display;
  private final Consumer<String> said;
  private final StopSwitch stop;
  private final String version;
  private final BlockingQueue<ServeEvent> events = new ArrayBlockingQueue<>(QUEUE);
  private final LongAdder lost = new LongAdder();
  private final CallLogs logs;
  private final List<CaseResult> unwritten = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<ServeRequest.Listen, EmbeddedSbc> open = new LinkedHashMap<>();
  private Instant written = Instant.now();

  /**
   * A serving.
   *
   * @param profile whose part is played
   * @param display shown each ruling; on the thread that serves
   * @param said told what else there is to say
   * @param stop says when to stop
   */
  Serving(
      ServeRequest request,
      Profile profile,
      Consumer<ServedCall> display,
      Consumer<String> said,
      StopSwitch stop,
      String version) {
    this.request = request;
    this.profile = profile;
    this.display = display;
    this.said = said;
    this.stop = stop;
    this.version = version;
    this.logs = new CallLogs(profile, new AtomicInteger(), this::happened);
  }

  private void happened(ServeEvent event) {
    if (!events.offer(event)) {
      lost.increment();
    }
  }

  /**
   * Listens.
   *
   * @throws UsageException when a place cannot be bound
   */
  void open() {
    for (ServeRequest.Listen listen : request.listens()) {
      SbcSettings settings =
          SbcSettings.of(profile, listen.at(), Optional.empty(), NumberPlan.OPEN)
              .over(Set.of(listen.transport()), request.tls())
              .watchedBy(logs);
      try {
        open.put(listen, EmbeddedSbc.open(settings));
      } catch (UncheckedIOException e) {
        close();
        throw new UsageException("--listen: " + e.getMessage());
      }
    }
  }

  /** Where it listens, as text. */
  List<String> places() {
    return open.entrySet().stream()
        .map(e -> e.getKey().transport().parameter() + ":" + Flow.text(e.getValue().address()))
        .toList();
  }

  /** The far end that speaks a transport; empty = none does. */
  Optional<EmbeddedSbc> speaking(Transport transport) {
    return open.entrySet().stream()
        .filter(e -> e.getKey().transport() == transport)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Serves until it is over; everything is on disk when this returns. */
  ServeOutcome serve(Runnable ready) {
    RunRequest.Output output = request.output();
    Secrets secrets = new Secrets(output.keepSecrets(), output.maskNumbers());
    Reports reports = new Reports(output.folder(), new ReportOptions(output.html(), secrets));
    Instant started = Instant.now();
    begin(reports, started);
    RetoldCases retold = new RetoldCases(reports, reports, output.folder());
    stop.arm(() -> {});
    ready.run();
    Instant end = request.time().map(started::plus).orElse(Instant.MAX);
    boolean complete = true;
    while (!isComplete(end)) {
      if (stop.reason().isPresent()) {
        complete = request.calls().isEmpty() && request.time().isEmpty();
        break;
      }
      attend(retold, false);
    }
    farewell(retold);
    Duration took = Duration.between(started, Instant.now());
    reports.runFinished(!complete);
    return outcome(complete, took);
  }

  private void begin(RunListener reports, Instant started) {
    RunInfo info =
        new RunInfo(
            "serve " + profile.id(),
            String.join(", ", places()),
            Optional.of("Parley far end"),
            version,
            request.calls().orElse(0),
            started,
            request.output().labels());
    try {
      reports.runStarted(info);
    } catch (UncheckedIOException e) {
      throw new UsageException("--out " + e.getMessage());
    }
  }

  private boolean isComplete(Instant end) {
    boolean enough = request.calls().isPresent() && calls() >= request.calls().getAsInt();
    return enough || !Instant.now().isBefore(end);
  }

  private int calls() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Shows and writes what has happened; waits a moment for something to happen. */
  private void attend(RetoldCases retold, boolean last) {
    try {
      ServeEvent first = events.poll(last ? 0 : 100, TimeUnit.MILLISECONDS);
      List<ServeEvent> batch = new ArrayList<>();
      if (first != null) {
        batch.add(first);
      }
      events.drainTo(batch, BATCH);
      batch.forEach(this::take);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.stop("interrupted");
    }
    Instant now = Instant.now();
    logs.sweep(now);
    boolean due = Duration.between(written, now).compareTo(WRITE_EVERY) > 0;
    if (last || due || unwritten.size() >= BATCH) {
      retold.tell(unwritten, WRITERS);
      unwritten.clear();
      written = now;
    }
  }

  private void take(ServeEvent event) {
    if (event instanceof ServeEvent.Judged judged) {
      display.accept(judged.call());
    } else if (event instanceof ServeEvent.Unsent unsent) {
      said.accept("call " + unsent.number() + "  could not be made: " + unsent.reason());
    } else if (event instanceof ServeEvent.Over over) {
      unwritten.add(over.result());
      verdicts.merge(over.result().verdict(), 1, Integer::sum);
    }
  }

  /** Hangs up, waits for the answers, and writes what is left. */
  private void farewell(RetoldCases retold) {
    open.values().forEach(EmbeddedSbc::hangUp);
    Instant latest = Instant.now().plus(FAREWELL);
    while (logs.following() > 0 && Instant.now().isBefore(latest)) {
      attend(retold, false);
    }
    close();
    logs.end(Instant.now());
    while (!events.isEmpty()) {
      attend(retold, false);
    }
    attend(retold, true);
  }

  private void close() {
    open.values().parallelStream().forEach(EmbeddedSbc::close);
  }

  private ServeOutcome outcome(boolean complete, Duration took) {
    ExitCode code = complete ? ExitCode.of(verdicts.keySet()) : ExitCode.INTERRUPTED;
    return new ServeOutcome(
        code,
        calls(),
        verdicts.getOrDefault(Verdict.PASSED, 0),
        logs.options(),
        logs.untold() + lost.sum(),
        took,
        written());
  }

  private Map<String, Path> written() {
    return request.output().written();
  }
}
