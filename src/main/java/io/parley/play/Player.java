package io.parley.play;

import io.parley.model.Case;
import io.parley.play.check.Diagnosed;
import io.parley.play.check.Objections;
import io.parley.play.stage.Limiter;
import io.parley.play.stage.Liveness;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.OptionsAnswer;
import io.parley.play.stage.OptionsHabit;
import io.parley.play.stage.OurSide;
import io.parley.play.stage.PlayerOptions;
import io.parley.play.stage.RetiredEndpoints;
import io.parley.play.stage.RtpPorts;
import io.parley.play.stage.Stage;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.target.OurPlaces;
import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays cases at a target. One per run: it holds the endpoint that all callers share, the one that
 * all callees share, the leased numbers, the limits and the controls. Open it, start the target
 * with {@link #calleeAddress}, {@link #attach} it, then {@link #play} from as many workers as
 * wanted.
 */
public final class Player implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final PlayerOptions options;
  private final OurSide ours;
  private final RetiredEndpoints retired = new RetiredEndpoints();
  private volatile BiConsumer<Case, String> awaited = (waiting, number) -> {};
  private volatile BiConsumer<Case, TranscriptEntry> crossed = (played, entry) -> {};
  private Stage stage;
  private Plays plays;
  private ControlDesk controls;
  private Pulse pulse;
  private Encore encore;

  private Player(PlayerOptions options) {
    this.options = options;
    ours = OurSide.open(options);
  }

  /**
   * Binds the endpoints.
   *
   * @throws java.io.UncheckedIOException when an address cannot be bound; the message says which
   *     and why
   */
  public static Player open(PlayerOptions options) {
    return new Player(options);
  }

  /** Where callers are: what the target relays calls from its far end to. */
  public InetSocketAddress callerAddress() {
    return ours.callers().address();
  }

  /** What calls use that name no transport; after {@link #attach}. */
  public Transport transport() {
    return stage.transport();
  }

  /** Where callees listen, UDP and TCP: what the target relays calls to; TLS one port higher. */
  public InetSocketAddress calleeAddress() {
    return ours.farEnd().usual().address();
  }

  /** Where callees listen for TLS; the common address where they do not. */
  public InetSocketAddress secureCalleeAddress() {
    return ours.farEnd().usual().address(Transport.TLS);
  }

  /** Where all of our side listens: what the target is told. */
  public OurPlaces places() {
    return ours.places();
  }

  /**
   * Puts the target on stage; before the first {@link #play}.
   *
   * @param cases every case of the run, so that a control that is a scenario can be found
   */
  public void attach(Target target, Profiles profiles, List<Case> cases) {
    NumberPool numbers = new NumberPool(target, ours.farEnd().firsts());
    Limiter limiter = new Limiter(target.limits());
    stage = stage(target, profiles);
    plays = new Plays(stage, numbers, limiter);
    controls = new ControlDesk(plays::perform, (id, profile) -> named(cases, id, profile));
    pulse = new Pulse(stage, plays);
    Gate gate = new Gate(new Admission(stage, numbers, limiter), controls, plays, pulse);
    encore = new Encore(gate::pass, plays::isHungUp);
  }

  private static Optional<Case> named(List<Case> cases, String id, Optional<String> profile) {
    return cases.stream()
        .filter(c -> c.id().scenario().equals(id) && c.id().profile().equals(profile))
        .findFirst();
  }

  private Stage stage(Target target, Profiles profiles) {
    Liveness liveness = new Liveness(ours.callers(), ours.callerBoard(), target, ours.sentinel());
    return new Stage(
        target,
        profiles,
        ours.callers(),
        ours.farEnd(),
        ours.callerBoard(),
        ours.calleeBoard(),
        ours.outward(target),
        ours.inward(target),
        ours.late(),
        retired,
        liveness,
        new OptionsHabit(liveness, target),
        ours.sentinel(),
        new RtpPorts(target.local().rtpPorts()),
        options,
        (waiting, number) -> awaited.accept(waiting, number),
        (played, entry) -> crossed.accept(played, entry),
        (played, fault) -> LOG.error("{} could not be played to its end", played.id(), fault));
  }

  /**
   * Plays a case to its verdict and leaves the wire clean; again where we were too late to tell.
   * Thread-safe, one call per worker; does not throw for what a target does.
   */
  public CaseResult play(Case of) {
    return Objections.noted(Diagnosed.of(encore.play(of)), stage.profiles());
  }

  /**
   * Tells of each case that scripts no caller, once a call from outside would find it.
   *
   * @param told of the case and the number; on the worker that plays it, and must not block
   */
  public void whenCallAwaited(BiConsumer<Case, String> told) {
    awaited = told;
  }

  /**
   * Tells of each message as it crosses.
   *
   * @param told of the case and the message; on socket and timer threads, and must not block
   */
  public void whenMessageCrosses(BiConsumer<Case, TranscriptEntry> told) {
    crossed = told;
  }

  /**
   * Asks the target with OPTIONS whether it is alive, outside any case; after {@link #attach}.
   *
   * @param profile whose address to ask
   */
  public OptionsAnswer options(Optional<String> profile, Transport transport)
      throws InterruptedException {
    return stage.liveness().ask(profile, transport);
  }

  /**
   * Learns whether the target answers OPTIONS when it is well, unless that is known; before a case
   * after which {@link #silence} is asked for.
   */
  public void learn(Case of) throws InterruptedException {
    pulse.learn(of, transport());
  }

  /**
   * Whether the target is dead, as far as can be told: it is asked with OPTIONS, or called, if it
   * is known to answer no OPTIONS when it is well.
   *
   * @return what was found of it, in words; empty = it is alive
   */
  public Optional<String> silence(Case of) throws InterruptedException {
    return pulse.silence(of, transport());
  }

  /**
   * Forgets the control calls that failed, since the target has been restarted: they are played
   * again when next needed.
   */
  public void forgetControls() {
    controls.forgetFailed();
  }

  /**
   * Makes way for another play of a case: its control call is played again too if it was not
   * accepted.
   *
   * @param most how many times a control is played in all
   * @return false where its control was refused that many times, and another play would end there
   */
  public boolean again(Case of, int most) {
    return controls.again(of, most);
  }

  /**
   * Ends every case in progress: its script stops, its calls are hung up within seconds, and it is
   * skipped for that reason unless it had failed before. Cases that start later are not played.
   * Thread-safe; returns at once.
   */
  public void hangUp() {
    plays.hangUp();
  }

  /**
   * The extra case {@code late-messages}, if anything came after its case had ended or belonged to
   * none.
   */
  public List<CaseResult> finish() {
    return ours.late().result().stream().map(Diagnosed::of).toList();
  }

  @Override
  public void close() {
    ours.close();
    retired.close();
  }
}
