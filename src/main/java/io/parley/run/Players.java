package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Link;
import io.parley.play.Player;
import io.parley.result.CaseResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who plays the cases: one player, and one more for those that ask for IPv6 where the target is
 * reached by both.
 *
 * @param usual plays what names no family
 * @param ipv6 plays what asks for IPv6; empty = the usual one, which skips what it cannot do
 */
record Players(Player usual, Optional<Player> ipv6) {

  CaseResult play(Case of) {
    return player(of).play(of);
  }

  /** Whether its control lets a case be played again; see {@link Player#again}. */
  boolean again(Case of, int most) {
    return player(of).again(of, most);
  }

  /** Plays a case after which {@link #silence} may be asked for. */
  CaseResult playKnowing(Case of) {
    try {
      player(of).learn(of);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return play(of);
  }

  /** Why the target seems dead, over the family that the case asks for; empty = it is alive. */
  Optional<String> silence(Case of) throws InterruptedException {
    return player(of).silence(of);
  }

  private Player player(Case of) {
    return ipv6.filter(p -> wants(of, Link.Family.IPV6)).orElse(usual);
  }

  /** Whether a case asks for a family by name. */
  static boolean wants(Case of, Link.Family family) {
    return of.scenario().actors().values().stream()
        .anyMatch(a -> a.link().family().equals(Optional.of(family)));
  }

  void hangUp() {
    all().forEach(Player::hangUp);
  }

  /** What came after its case had ended. */
  List<CaseResult> finish() {
    return all().flatMap(p -> p.finish().stream()).toList();
  }

  /** Both, or the one. */
  Stream<Player> all() {
    return Stream.concat(Stream.of(usual), ipv6.stream());
  }
}
