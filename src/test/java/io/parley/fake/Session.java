package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.Loaded;
import io.parley.scenario.context.LoadContext;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plays scenario files at a target in this process, many at once. */
final class Session {
  private Session() {}

  /**
   * Plays every case of some files.
   *
   * @param files files and folders
   * @param profiles profiles to play under; none = without one
   * @param workers cases at once
   * @param target made once the address of our callees is known
   * @return results in file order, {@code late-messages} last if there was any
   */
  static List<CaseResult> play(
      List<Path> files,
      List<String> profiles,
      int workers,
      Function<InetSocketAddress, Target> target)
      throws InterruptedException, ExecutionException {
    return play(files, profiles, workers, target, results -> true);
  }

  /** The same at a target that is to be started, over TLS too where it can. */
  static List<CaseResult> play(
      List<Path> files, List<String> profiles, int workers, TargetPlan plan)
      throws InterruptedException, ExecutionException {
    PlayerOptions local = PlayerOptions.loopback().serving(plan.local().servers());
    PlayerOptions options = plan.tls(true).map(local::withTls).orElse(local);
    try (Player player = Player.open(options);
        Target stage = plan.start(player.places())) {
      return play(files, profiles, workers, player, stage, results -> true);
    }
  }

  /**
   * The same, and waits for what comes after the cases ended, five seconds at most.
   *
   * @param complete whether everything came that is to be expected
   */
  static List<CaseResult> play(
      List<Path> files,
      List<String> profiles,
      int workers,
      Function<InetSocketAddress, Target> target,
      Predicate<List<CaseResult>> complete)
      throws InterruptedException, ExecutionException {
    try (Player player = Player.open(PlayerOptions.loopback());
        Target stage = target.apply(player.calleeAddress())) {
      return play(files, profiles, workers, player, stage, complete);
    }
  }

  /** Plays every case of some files with a player that is open. */
  static List<CaseResult> play(
      List<Path> files, List<String> profiles, int workers, Player player, Target stage)
      throws InterruptedException, ExecutionException {
    return play(files, profiles, workers, player, stage, results -> true);
  }

  private static List<CaseResult> play(
      List<Path> files,
      List<String> profiles,
      int workers,
      Player player,
      Target stage,
      Predicate<List<CaseResult>> complete)
      throws InterruptedException, ExecutionException {
    List<Case> cases = load(files, profiles, stage);
    player.attach(stage, Profiles.shipped(), cases);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<CaseResult> out = new ArrayList<>();
      for (Future<CaseResult> result :
          pool.invokeAll(
              cases.stream()
                  .<java.util.concurrent.Callable<CaseResult>>map(c -> () -> player.play(c))
                  .toList())) {
        out.add(result.get());
      }
      return withLate(out, player, complete);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<CaseResult> withLate(
      List<CaseResult> played, Player player, Predicate<List<CaseResult>> complete) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (true) {
      List<CaseResult> all = new ArrayList<>(played);
      all.addAll(player.finish());
      if (complete.test(all) || System.nanoTime() > end) {
        return all;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  private static boolean isSlow(Case c) {
    return c.scenario().tags().contains("slow");
  }

  private static boolean isLast(Case c, List<String> profiles) {
    return c.id().profile().equals(profiles.stream().reduce((first, second) -> second));
  }

  /** Slow cases come first, and under the last profile only. */
  private static List<Case> load(List<Path> files, List<String> profiles, Target target) {
    Profiles known = Profiles.shipped();
    Map<String, List<String>> chains =
        known.names().stream().collect(Collectors.toMap(n -> n, known::chain));
    LoadContext context = Contexts.at(target, chains, profiles);
    Loaded loaded = Catalogue.load(files, context);
    assertThat(loaded.problems()).isEmpty();
    return loaded.cases().stream()
        .filter(c -> !isSlow(c) || isLast(c, profiles))
        .sorted(Comparator.comparing(c -> !isSlow(c)))
        .toList();
  }
}
