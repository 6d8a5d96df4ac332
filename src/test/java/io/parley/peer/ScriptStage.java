package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.farend.ReferPolicy;
import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.Loaded;
import io.parley.scenario.context.LoadContext;
import io.parley.target.EmbeddedTarget;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.target.docker.KamailioPlan;
import io.parley.target.docker.KamailioTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A target that is started, a player in front of it, and scripts as they are written in files. */
public final class ScriptStage implements AutoCloseable {
  /** The embedded SBC where it carries out what its far end asks for by REFER. */
  static final String CARRYING = "carrying";

  private final Player player;
  private final Target target;

  private ScriptStage(TargetPlan plan) {
    PlayerOptions local = PlayerOptions.loopback();
    player =
        Player.open(
            new PlayerOptions(
                    plan.local().callerBind(),
                    plan.local().calleeBind(),
                    local.strictInferred(),
                    plan.tls())
                .serving(plan.local().servers()));
    target = plan.start(player.places());
    player.attach(target, Profiles.shipped(), List.of());
  }

  /** Starts a target by the name that a user would give. */
  public static ScriptStage at(String target) {
    return new ScriptStage(
        new Targets(Profiles.shipped())
            .with(
                CARRYING,
                (profiles, farEnd) -> EmbeddedTarget.plan(profiles, farEnd, ReferPolicy.CARRY_OUT))
            .with(KamailioTarget.NAME, (profiles, farEnd) -> new KamailioPlan(farEnd, text -> {}))
            .open(target));
  }

  /** Where it takes calls under a profile; empty = none. */
  public InetSocketAddress address(Optional<String> profile) {
    return target.address(profile);
  }

  /** Plays a file with one case. */
  public CaseResult play(String text) {
    return play(text, Map.of());
  }

  /**
   * Plays a file with one case.
   *
   * @param beside further files, by their path from its folder
   */
  public CaseResult play(String text, Map<String, String> beside) {
    List<Case> cases = load(text, beside);
    assertThat(cases).hasSize(1);
    return player.play(cases.get(0));
  }

  /**
   * Begins to play a file with one case that scripts no caller, and returns as soon as a call from
   * outside would find it.
   */
  public CompletableFuture<CaseResult> await(String text) throws Exception {
    CompletableFuture<String> ready = new CompletableFuture<>();
    player.whenCallAwaited((waiting, number) -> ready.complete(number));
    CompletableFuture<CaseResult> played = CompletableFuture.supplyAsync(() -> play(text));
    CompletableFuture.anyOf(ready, played).get(20, TimeUnit.SECONDS);
    return played;
  }

  private List<Case> load(String text, Map<String, String> beside) {
    try {
      Path folder = Scratch.folder("script-");
      Path file = Files.writeString(folder.resolve("script.yaml"), text);
      for (Map.Entry<String, String> other : beside.entrySet()) {
        Path path = folder.resolve(other.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, other.getValue());
      }
      Loaded loaded = Catalogue.load(List.of(file), context());
      remove(folder);
      assertThat(loaded.problems()).isEmpty();
      return loaded.cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.delete(path);
      }
    }
  }

  private LoadContext context() {
    return Contexts.at(target);
  }

  @Override
  public void close() {
    player.close();
    target.close();
  }
}
