package io.parley.run;

import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A target once more, over IPv6, with a player of its own.
 *
 * @param player empty = there is none
 * @param target empty = there is none
 */
record SecondFamily(Optional<Player> player, Optional<Target> target) implements AutoCloseable {

  /** Starts it; a machine without IPv6 has none, and the cases that ask for it are skipped. */
  static SecondFamily open(TargetPlan plan, PlayerOptions usual) {
    try {
      Player player = Player.open(usual.at(plan.local()));
      return new SecondFamily(Optional.of(player), Optional.of(Opening.started(plan, player)));
    } catch (UncheckedIOException e) {
      return new SecondFamily(Optional.empty(), Optional.empty());
    }
  }

  void attach(Profiles profiles, List<Case> cases) {
    player.ifPresent(p -> p.attach(target.orElseThrow(), profiles, cases));
  }

  @Override
  public void close() {
    target.ifPresent(Target::close);
  }
}
