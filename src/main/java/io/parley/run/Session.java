package io.parley.run;

import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.result.RunInfo;
import io.parley.result.RunInfoBuilder;
import io.parley.target.Hooks;
import io.parley.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A target that is ready, and who plays at it.
 *
 * @param target what is under test
 * @param second the same over IPv6
 * @param players play the cases at either
 * @param cases what is to be played; those that the target cannot judge carry its reason
 * @param before what the program said that was started before the run
 */
record Session(
    Target target,
    SecondFamily second,
    Players players,
    List<Case> cases,
    Optional<HookOutput> before)
    implements AutoCloseable {

  /** Plays a case as often as was asked; its control as often as itself, at most. */
  Function<Case, CaseResult> playing(StopSwitch stop, RunRequest.Repetition wanted) {
    SecondThoughts objection =
        new SecondThoughts(stop, c -> players.again(c, 1 + wanted.retries()), players);
    return new Attempts(
        playing(stop, wanted.retries() > 0 ? players::playKnowing : players::play),
        wanted,
        objection);
  }

  /** Plays a case, and starts the programs of the target file at their turns. */
  Function<Case, CaseResult> playing(StopSwitch stop) {
    return playing(stop, players::play);
  }

  private Function<Case, CaseResult> playing(StopSwitch stop, Function<Case, CaseResult> once) {
    Hooks hooks = target.hooks();
    Function<Case, CaseResult> out =
        hooks
            .restartWhenDead()
            .<Function<Case, CaseResult>>map(h -> new Revival(players, target, h, stop))
            .orElse(once);
    return hooks
        .afterFailedCase()
        .<Function<Case, CaseResult>>map(h -> new FailureHook(out, h, target.name()))
        .orElse(out);
  }

  /** Our passwords at the target. */
  List<String> passwords() {
    return target.credentials().map(Target.Credentials::password).stream().toList();
  }

  /** What reports say of a run at this target, whatever its user said of it. */
  RunInfoBuilder info(String version, Instant started) {
    Optional<String> profile = cases.stream().findFirst().flatMap(c -> c.id().profile());
    return RunInfo.of(target.name(), HostPort.of(target.address(profile)), version, started)
        .software(target.software())
        .cases(cases.size())
        .before(before);
  }

  /**
   * Ends the target, which may be more than a part of this process, and then our endpoints, so that
   * no port and no thread is left in a process that goes on.
   */
  @Override
  public void close() {
    try {
      second.close();
    } finally {
      try {
        target.close();
      } finally {
        players.all().forEach(Player::close);
      }
    }
  }
}
