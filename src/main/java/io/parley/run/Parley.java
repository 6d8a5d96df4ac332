package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Problem;
import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.play.Player;
import io.parley.preflight.CheckLine;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.result.RunListener;
import io.parley.scenario.Loaded;
import io.parley.serve.ServeEvent;
import io.parley.target.LabFarEnd;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.target.UnusableTargetException;
import io.parley.target.docker.KamailioPlan;
import io.parley.target.docker.KamailioTarget;
import io.parley.trial.TrialEvent;
import io.parley.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the program does: load cases, list them, play them. */
public final class Parley {
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
    Profiles profiles = KnownProfiles.read();
    return load(selection, profiles, plan(target, profiles));
  }

  /**
   * The cases that a run would play, those that would be skipped included.
   *
   * @throws UsageException with everything that is wrong, or when there is none
   */
  public List<Case> list(RunRequest.Selection selection, String target) {
    Profiles profiles = KnownProfiles.read();
    TargetPlan plan = plan(target, profiles);
    Loaded loaded = load(selection, profiles, plan);
    Selected selected = new CaseLoading(selection, profiles).selected(loaded.cases());
    return Opening.judgeable(selected.cases(), plan::cannotJudge);
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
    Profiles profiles = KnownProfiles.read();
    TargetPlan plan = plan(wanted, profiles);
    plan.check();
    List<Case> controls = ControlCases.of(selected, profiles, plan);
    BeforeRun.of(plan).ifPresent(h -> told.accept(CheckLine.ok("hook", h.headline())));
    try (Player player = Opening.endpoints(Opening.options(plan, false, true));
        Target target = Opening.started(plan, player)) {
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
    Profiles profiles = KnownProfiles.read();
    TargetPlan plan = plan(request.target(), profiles);
    plan.check();
    Loaded loaded = load(request.selection(), profiles, plan);
    Selected selected = new CaseLoading(request.selection(), profiles).selected(loaded.cases());
    Opening opening = new Opening(plan, profiles, request.transport(), request.strictInferred());
    try (Session session = opening.open(loaded.cases(), selected.cases())) {
      if (request.check() && plan.foreign()) {
        new Checking(session.target(), session.players().usual())
            .briefly(selected.cases(), progress);
      }
      return new Run(request, display, stop, version).play(session, selected);
    }
  }

  /**
   * What will make the target of some tests ready.
   *
   * @throws UsageException when there is no such target
   */
  Opening opening(Scenarios wanted) {
    Profiles profiles = KnownProfiles.read();
    TargetPlan plan = plan(wanted.target(), profiles);
    return new Opening(plan, profiles, wanted.transport(), wanted.strictInferred());
  }

  /**
   * Plays a phone at a target and certifies what was shown.
   *
   * @param display shows how the run gets on
   * @param stop says when to stop
   * @throws UsageException before anything is sent
   * @throws io.parley.target.TargetUnavailableException when the target cannot be made ready
   */
  public CertifyOutcome certify(CertifyRequest request, RunListener display, StopSwitch stop) {
    OutputFolder.require(request.output().folder());
    Profiles profiles = KnownProfiles.read();
    TargetPlan plan = plan(request.target(), profiles);
    plan.check();
    return new Certifying(request, profiles, plan, version).play(display, progress, stop);
  }

  /**
   * Plays a far end for whoever calls, and writes the reports.
   *
   * @param display shown each ruling as it falls, and what is to be said of OPTIONS
   * @param stop says when to stop
   * @throws UsageException before anything is sent
   */
  public ServeOutcome serve(ServeRequest request, Consumer<ServeEvent> display, StopSwitch stop) {
    OutputFolder.require(request.output().folder());
    Profiles profiles = KnownProfiles.read();
    Profile profile = KnownProfiles.as(request.profile(), profiles);
    Optional<DialPlan> dial =
        request.dial().map(d -> DialPlan.of(d, plan(d.target(), profiles), request));
    return new Serving(request, profile, display, progress, stop, version).serve(dial);
  }

  /**
   * Tries a real phone that registers and calls, and writes its certificate.
   *
   * @param display shown what happens and what the tester does next
   * @param stop says when to stop
   * @throws UsageException before anything is sent
   */
  public TrialOutcome trial(TrialRequest request, Consumer<TrialEvent> display, StopSwitch stop) {
    OutputFolder.require(request.serve().output().folder());
    Profile profile = KnownProfiles.as(request.serve().profile(), KnownProfiles.read());
    Problems problems = new Problems();
    Optional<Phone> phone = Phones.standard().find(request.phone(), problems);
    if (phone.isEmpty()) {
      throw new UsageException(problems.list().stream().map(Problem::toString).toList());
    }
    return new Trialling(request, profile, phone.get(), display, progress, stop, version).run();
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
}
