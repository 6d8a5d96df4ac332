package io.parley.run;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Link;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.HookOutput;
import io.parley.target.FarEndServers;
import io.parley.target.LocalSide;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What makes a target ready: our endpoints first, then the target, since its far end is ours.
 *
 * @param plan the target as it is known before it is started
 * @param profiles all that are known
 * @param transport what calls use that name none; empty = the target's first
 * @param strictInferred expectations known by inference only fail too
 */
record Opening(
    TargetPlan plan, Profiles profiles, Optional<Transport> transport, boolean strictInferred) {

  /**
   * Starts everything, the user's program before it included.
   *
   * @param all every case loaded, so that a control that is a scenario can be found; looked into
   *     when one is needed
   * @param selected those to play: they decide whether TLS and IPv6 are wanted
   * @throws UsageException before anything is sent
   * @throws io.parley.target.TargetUnavailableException when the target cannot be made ready
   */
  Session open(List<Case> all, List<Case> selected) {
    Optional<HookOutput> before = BeforeRun.of(plan);
    PlayerOptions options =
        options(plan, strictInferred, secure(selected))
            .preferring(transport)
            .serving(redundant(selected) ? plan.local().servers() : FarEndServers.NONE);
    Player player = endpoints(options);
    try {
      return session(player, options, all, selected, before);
    } catch (RuntimeException e) {
      player.close();
      throw e;
    }
  }

  private Session session(
      Player player,
      PlayerOptions options,
      List<Case> all,
      List<Case> selected,
      Optional<HookOutput> before) {
    Target target = started(plan, player);
    try {
      require(target);
      player.attach(target, profiles, all);
      SecondFamily second = second(selected, options);
      second.attach(profiles, all);
      Players players = new Players(player, second.player());
      return new Session(target, second, players, judgeable(selected, target::cannotJudge), before);
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  /** Whether anything is to go over TLS. */
  boolean secure(List<Case> cases) {
    return transport.equals(Optional.of(Transport.TLS))
        || cases.stream().anyMatch(Opening::asksForTls);
  }

  /** Whether a case asks for IPv6. */
  static boolean overIpv6(List<Case> cases) {
    return cases.stream().anyMatch(c -> Players.wants(c, Link.Family.IPV6));
  }

  /** Whether a case needs a trunk of two servers. */
  private static boolean redundant(List<Case> cases) {
    return cases.stream()
        .filter(c -> c.skip().isEmpty())
        .flatMap(c -> c.scenario().actors().values().stream())
        .anyMatch(a -> a.number().filter(Actor.REDUNDANT::equals).isPresent());
  }

  private static boolean asksForTls(Case of) {
    return of.skip().isEmpty()
        && of.scenario().actors().values().stream()
            .anyMatch(a -> a.transport().filter("tls"::equals).isPresent());
  }

  /** The way over IPv6, where a case asks for it and the target is reached by both. */
  private SecondFamily second(List<Case> cases, PlayerOptions options) {
    Optional<TargetPlan> other = overIpv6(cases) ? plan.overIpv6() : Optional.empty();
    return other
        .map(p -> SecondFamily.open(p, options))
        .orElse(new SecondFamily(Optional.empty(), Optional.empty()));
  }

  private void require(Target target) {
    if (transport.isPresent() && !target.transports().contains(transport.get())) {
      List<String> served = target.transports().stream().map(Transport::parameter).toList();
      throw new UsageException(
          "--transport "
              + transport.get().parameter()
              + ": the target does not serve it. Its transports: "
              + String.join(", ", served));
    }
  }

  /** Cases whose rule the target has no means to judge are skipped with its reason. */
  static List<Case> judgeable(
      List<Case> cases, BiFunction<String, Optional<String>, Optional<String>> objection) {
    return cases.stream()
        .map(
            c ->
                new Case(
                    c.id(),
                    c.scenario(),
                    c.expected(),
                    c.skip().or(() -> objection.apply(c.scenario().id(), c.id().profile()))))
        .toList();
  }

  /** How our side is set up for a target. */
  static PlayerOptions options(TargetPlan plan, boolean strictInferred, boolean secure) {
    LocalSide local = plan.local();
    return new PlayerOptions(
            local.callerBind(),
            local.calleeBind(),
            strictInferred,
            plan.tls(secure),
            Optional.empty())
        .fromPort(local.callerPort());
  }

  /** Binds our side. */
  static Player endpoints(PlayerOptions options) {
    try {
      return Player.open(options);
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "our side: "
              + e.getMessage()
              + ". In the target file 'local: { bind }' and 'far-end: { listen }' name free addresses of"
              + " this machine, which has "
              + String.join(", ", OwnAddresses.all()));
    }
  }

  /** Starts the target, which is told where our side is. */
  static Target started(TargetPlan plan, Player player) {
    return plan.start(player.places());
  }
}
