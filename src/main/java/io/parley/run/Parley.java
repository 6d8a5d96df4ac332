package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Link;
import io.parley.model.Problem;
import io.parley.play.HookOutput;
import io.parley.play.Player;
import io.parley.play.PlayerOptions;
import io.parley.play.RunListener;
import io.parley.preflight.CheckLine;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.scenario.Loaded;
import io.parley.serve.ServedCall;
import io.parley.target.LabFarEnd;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.target.UnusableTargetException;
import io.parley.target.docker.KamailioPlan;
import io.parley.target.docker.KamailioTarget;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What the program does: load cases, list them, play them. */
public final class Parley {
  private static final Path PROFILES = Path.of("scenarios", "profiles");

  private final String version;
  private final Consumer<String> progress;

  /**
   * The program.
   *
   * @param version its version
   * @param progress told before something that takes long
   */
  public Parley(String version, Consumer<String> progress) {
    this.version = version;
    this.progress = progress;
  }

  /**
   * Loads scenarios for a target; nothing is started, nothing is sent.
   *
   * @throws UsageException with everything that is wrong
   */
  public Loaded load(RunRequest.Selection selection, String target) {
    Profiles profiles = profiles();
    return load(selection, profiles, plan(target, profiles));
  }

  /**
   * The cases that a run would play, those that would be skipped included.
   *
   * @throws UsageException with everything that is wrong, or when there is none
   */
  public List<Case> list(RunRequest.Selection selection, String target) {
    Profiles profiles = profiles();
    TargetPlan plan = plan(target, profiles);
    Loaded loaded = load(selection, profiles, plan);
    List<Case> cases = new CaseLoading(selection, profiles).withTags(loaded.cases());
    return judgeable(cases, plan::cannotJudge);
  }

  /**
   * Looks whether a target is ready.
   *
   * @param selected the profiles to check; empty = all of the target's
   * @param told of each line as soon as it is known
   * @throws UsageException before anything is sent
   * @throws io.parley.target.TargetUnavailableException when the target cannot be made ready
   */
  public ExitCode check(List<String> selected, String wanted, Consumer<CheckLine> told) {
    Profiles profiles = profiles();
    TargetPlan plan = plan(wanted, profiles);
    plan.check();
    List<Case> controls = ControlCases.of(selected, profiles, plan);
    BeforeRun.of(plan).ifPresent(h -> told.accept(CheckLine.ok("hook", h.headline())));
    Player player = open(options(plan, false, true));
    try (Target target = started(plan, player)) {
      player.attach(target, profiles, controls);
      return new Checking(target, player).all(controls, told);
    }
  }

  /**
   * Plays cases and writes the reports.
   *
   * @param display shows how the run gets on
   * @param stop says when to stop
   * @throws UsageException before anything is sent
   * @throws io.parley.target.TargetUnavailableException when the target cannot be made ready
   */
  public RunOutcome run(RunRequest request, RunListener display, StopSwitch stop) {
    OutputFolder.require(request.output().folder());
    Profiles profiles = profiles();
    TargetPlan plan = plan(request.target(), profiles);
    plan.check();
    Loaded loaded = load(request.selection(), profiles, plan);
    List<Case> cases = new CaseLoading(request.selection(), profiles).withTags(loaded.cases());
    Optional<HookOutput> before = BeforeRun.of(plan);
    // Neither is closed on the way out of a good run: JAIN-SIP takes a second for each stack, and
    // the process is about to be halted. The target may be more than a part of this process.
    boolean secure =
        request.transport().equals(Optional.of(Transport.TLS))
            || cases.stream().anyMatch(Parley::isSecure);
    PlayerOptions options =
        options(plan, request.strictInferred(), secure).preferring(request.transport());
    Player player = open(options);
    try (Target target = started(plan, player)) {
      require(request.transport(), target);
      player.attach(target, profiles, loaded.cases());
      if (request.check() && plan.foreign()) {
        new Checking(target, player).briefly(cases, progress);
      }
      try (SecondFamily second = second(plan, cases, options)) {
        second.attach(profiles, loaded.cases());
        Players players = new Players(player, second.player());
        return new Run(request, display, stop, version)
            .play(judgeable(cases, target::cannotJudge), target, players, before);
      }
    }
  }

  /**
   * Plays a far end for whoever calls, and writes the reports.
   *
   * @param display shown each ruling as it falls
   * @param stop says when to stop
   * @throws UsageException before anything is sent
   */
  public ServeOutcome serve(ServeRequest request, Consumer<ServedCall> display, StopSwitch stop) {
    OutputFolder.require(request.output().folder());
    Profiles profiles = profiles();
    Profile profile =
        profiles
            .get(request.profile())
            .orElseThrow(
                () ->
                    new UsageException(
                        "--as "
                            + request.profile()
                            + ": no such profile. Profiles: "
                            + String.join(", ", profiles.names())));
    Optional<DialPlan> dial =
        request.dial().map(d -> DialPlan.of(d, plan(d.target(), profiles), request));
    return new Serving(request, profile, display, progress, stop, version).serve(dial);
  }

  /** The way over IPv6, where a case asks for it and the target is reached by both. */
  private static SecondFamily second(TargetPlan plan, List<Case> cases, PlayerOptions options) {
    boolean wanted = cases.stream().anyMatch(c -> Players.wants(c, Link.Family.IPV6));
    Optional<TargetPlan> other = wanted ? plan.overIpv6() : Optional.empty();
    return other
        .map(p -> SecondFamily.open(p, options))
        .orElse(new SecondFamily(Optional.empty(), Optional.empty()));
  }

  /** Cases whose rule the target has no means to judge are skipped with its reason. */
  private static List<Case> judgeable(
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

  /** Whether a case asks for TLS by name. */
  private static boolean isSecure(Case of) {
    return of.skip().isEmpty()
        && of.scenario().actors().values().stream()
            .anyMatch(a -> a.transport().filter("tls"::equals).isPresent());
  }

  static Target started(TargetPlan plan, Player player) {
    return plan.start(player.calleeAddress(), player.callerAddress(), player.secureCalleeAddress());
  }

  private static void require(Optional<Transport> wanted, Target target) {
    if (wanted.isPresent() && !target.transports().contains(wanted.get())) {
      List<String> served = target.transports().stream().map(Transport::parameter).toList();
      throw new UsageException(
          "--transport "
              + wanted.get().parameter()
              + ": the target does not serve it. Its transports: "
              + String.join(", ", served));
    }
  }

  private static PlayerOptions options(TargetPlan plan, boolean strictInferred, boolean secure) {
    Target.Local local = plan.local();
    return new PlayerOptions(
            local.callerBind(),
            local.calleeBind(),
            strictInferred,
            plan.tls(secure),
            Optional.empty())
        .fromPort(local.callerPort());
  }

  private static Player open(PlayerOptions options) {
    try {
      return Player.open(options);
    } catch (UncheckedIOException e) {
      throw new UsageException("local address: " + e.getMessage());
    }
  }

  private static Loaded load(RunRequest.Selection selection, Profiles profiles, TargetPlan plan) {
    return new CaseLoading(selection, profiles).load(plan);
  }

  private TargetPlan plan(String target, Profiles profiles) {
    try {
      return new Targets(profiles).with(KamailioTarget.NAME, this::kamailio).open(target);
    } catch (UnusableTargetException e) {
      throw new UsageException(e.lines());
    }
  }

  private TargetPlan kamailio(Profiles profiles, LabFarEnd farEnd) {
    return new KamailioPlan(farEnd, progress);
  }

  private static Profiles profiles() {
    Problems problems = new Problems();
    Profiles profiles = Profiles.load(PROFILES, problems);
    if (!problems.isEmpty()) {
      throw new UsageException(problems.list().stream().map(Problem::toString).toList());
    }
    return profiles;
  }
}
