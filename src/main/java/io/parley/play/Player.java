package io.parley.play;

import io.parley.dns.Location;
import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Link;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.sip.jain.JainEndpoint;
import io.parley.target.DialRule;
import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Why a case that an interruption ended has no verdict. */
  static final String INTERRUPTED = "not played to its end: the run was interrupted";

  private final PlayerOptions options;
  private final Switchboard callerBoard = new Switchboard();
  private final Switchboard calleeBoard = new Switchboard();
  private final SipEndpoint callers;
  private final SipEndpoint callees;
  private final LateCalls late = new LateCalls();
  private final RetiredEndpoints retired = new RetiredEndpoints();
  private final Set<CaseRun> playing = ConcurrentHashMap.newKeySet();
  private volatile boolean hungUp;
  private volatile BiConsumer<Case, String> awaited = (waiting, number) -> {};
  private Stage stage;
  private NumberPool numbers;
  private Limiter limiter;
  private ControlDesk controls;

  private Player(PlayerOptions options) {
    this.options = options;
    callers = endpoint(new InetSocketAddress(options.callerBind(), 0), callerBoard, "callers");
    callees = endpoint(options.calleeBind(), calleeBoard, "callees");
    callerBoard.operator(a -> answerStranger(callers, a));
    calleeBoard.operator(a -> answerStranger(callees, a));
  }

  private SipEndpoint endpoint(InetSocketAddress bind, Switchboard board, String name) {
    return JainEndpoint.open(
        bind, options.transports(), options.tlsSettings(), board, name, SipTimers.STANDARD);
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
    return callers.address();
  }

  /** What calls use that name no transport; after {@link #attach}. */
  public Transport transport() {
    return stage.transport();
  }

  /** Where callees listen, UDP and TCP: what the target relays calls to; TLS one port higher. */
  public InetSocketAddress calleeAddress() {
    return callees.address();
  }

  /** Where callees listen for TLS; the common address where they do not. */
  public InetSocketAddress secureCalleeAddress() {
    return callees.address(Transport.TLS);
  }

  /**
   * Puts the target on stage; before the first {@link #play}.
   *
   * @param cases every case of the run, so that a control that is a scenario can be found
   */
  public void attach(Target target, Profiles profiles, List<Case> cases) {
    Correlator correlator = new Correlator(target.correlation());
    calleeBoard.correlateBy(correlator);
    Correlator inward = new Correlator(target.correlation().map(Player::inward));
    callerBoard.correlateBy(inward);
    numbers = new NumberPool(target);
    limiter = new Limiter(target.limits());
    stage =
        new Stage(
            target,
            profiles,
            callers,
            callees,
            callerBoard,
            calleeBoard,
            correlator,
            inward,
            late,
            retired,
            new Liveness(callers, callerBoard, target),
            new RtpPorts(target.local().rtpPorts()),
            options,
            (waiting, number) -> awaited.accept(waiting, number),
            (played, fault) -> LOG.error("{} could not be played to its end", played.id(), fault));
    controls =
        new ControlDesk(
            this::perform,
            (id, profile) ->
                cases.stream()
                    .filter(c -> c.id().scenario().equals(id) && c.id().profile().equals(profile))
                    .findFirst());
  }

  /** A call inwards is known by the number it is made to. */
  private static Target.Correlation inward(Target.Correlation outward) {
    return new Target.Correlation(
        "called-number", outward.callers(), outward.matchDigits(), outward.callers());
  }

  /**
   * Plays a case to its verdict and leaves the wire clean. Thread-safe, one call per worker; does
   * not throw for what a target does.
   */
  public CaseResult play(Case of) {
    return Diagnosed.of(attempt(of));
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
   * Asks the target with OPTIONS whether it is alive, outside any case; after {@link #attach}.
   *
   * @param profile whose address to ask
   */
  public OptionsAnswer options(Optional<String> profile, Transport transport)
      throws InterruptedException {
    return stage.liveness().ask(profile, transport);
  }

  /**
   * Forgets the control calls that failed, since the target has been restarted: they are played
   * again when next needed.
   */
  public void forgetControls() {
    controls.forgetFailed();
  }

  private CaseResult attempt(Case of) {
    Instant started = Instant.now();
    if (of.skip().isPresent()) {
      return ended(of, Verdict.SKIPPED, List.of(), of.skip(), started);
    }
    Optional<String> beyond = beyond(of);
    if (beyond.isPresent()) {
      return ended(of, Verdict.SKIPPED, List.of(), beyond, started);
    }
    try {
      Optional<Finding> refused = forbidden(of).or(() -> unknown(of));
      if (refused.isPresent()) {
        return ended(of, Verdict.BROKEN, List.of(refused.get()), Optional.empty(), started);
      }
      Optional<ControlDesk.Objection> objection = controls.objection(of);
      if (hungUp) {
        return ended(of, Verdict.SKIPPED, List.of(), Optional.of(INTERRUPTED), started);
      }
      return objection.isPresent() ? unproven(of, objection.get(), started) : perform(of);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended(
          of,
          Verdict.BROKEN,
          List.of(fault(of, "the run was interrupted")),
          Optional.empty(),
          started);
    } catch (RuntimeException e) {
      LOG.error("{} could not be played", of.id(), e);
      return ended(
          of,
          Verdict.BROKEN,
          List.of(fault(of, String.valueOf(e.getMessage()))),
          Optional.empty(),
          started);
    }
  }

  /**
   * Ends every case in progress: its script stops, its calls are hung up within seconds, and it is
   * skipped for that reason unless it had failed before. Cases that start later are not played.
   * Thread-safe; returns at once.
   */
  public void hangUp() {
    hungUp = true;
    playing.forEach(CaseRun::hangUp);
    limiter.lift();
  }

  private static Finding fault(Case of, String what) {
    return Finding.of(FindingKind.HARNESS, of.scenario().at(), "the case to be played", what);
  }

  private CaseResult perform(Case of) {
    try {
      List<NumberPool.Lease> leases = numbers.take(Cast.numbers(of.scenario()));
      limiter.begin(Cast.calls(of.scenario()));
      CaseRun run = new CaseRun(of, stage, leases);
      playing.add(run);
      try {
        return hungUp
            ? ended(of, Verdict.SKIPPED, List.of(), Optional.of(INTERRUPTED), Instant.now())
            : run.run();
      } finally {
        playing.remove(run);
        limiter.end(Cast.calls(of.scenario()));
        numbers.giveBack(leases);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended(
          of,
          Verdict.BROKEN,
          List.of(fault(of, "the run was interrupted")),
          Optional.empty(),
          Instant.now());
    }
  }

  /**
   * What needs TLS is not played where there is none, nor a scripted callee where calls do not come
   * to us, nor what needs more numbers or calls than there are.
   */
  private Optional<String> beyond(Case of) {
    if (of.scenario().hasCallee() && !stage.playsFarEnd()) {
      return Optional.of(
          "it scripts a callee, and the far end of the target is not Parley's (played-by: parley)");
    }
    boolean secure =
        of.scenario().actors().values().stream()
            .anyMatch(a -> a.transport().filter("tls"::equals).isPresent());
    if (secure && stage.target().tls().isEmpty()) {
      return Optional.of("the target does not serve tls (its transports do not name it)");
    }
    Optional<String> without =
        of.scenario().actors().values().stream()
            .flatMap(a -> a.link().certificate().stream())
            .filter(c -> c != Link.Certificate.NONE && stage.target().faulty(c).isEmpty())
            .findFirst()
            .map(c -> "we have no certificate (" + c + ") that this target's authority signed");
    return without
        .or(() -> numbers.objection(Cast.numbers(of.scenario())))
        .or(() -> limiter.objection(Cast.calls(of.scenario())));
  }

  /** Where nobody knows the target's name nothing can be sent. */
  private Optional<Finding> unknown(Case of) {
    Optional<String> profile = of.id().profile();
    if (!stage.target().address(profile).isUnresolved()) {
      return Optional.empty();
    }
    String story = stage.target().location(profile).map(Location::story).orElse("");
    String host = stage.target().address(profile).getHostString();
    return Optional.of(
        Finding.of(
            FindingKind.UNREACHABLE,
            of.scenario().at(),
            "the address of " + host,
            "nobody knows the name: " + story));
  }

  /** A number the limits do not allow is not dialled. */
  private Optional<Finding> forbidden(Case of) {
    for (Step step : of.scenario().steps()) {
      for (String number : dialled(step, of)) {
        Optional<String> why = DialRule.objection(stage.target().limits(), number);
        if (why.isPresent()) {
          return Optional.of(
              Finding.of(FindingKind.LIMIT, step.at(), "a number that may be dialled", why.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The numbers a step would dial; the leased one stands for its whole pool. */
  private List<String> dialled(Step step, Case of) {
    if (step instanceof Step.SendRaw raw) {
      SipMessage message = SipMessage.of(raw.message().content());
      return message.method().equals("INVITE")
          ? List.of(Correlator.user(message.requestUri()))
          : List.of();
    }
    if (!(step instanceof Step.SendRequest send) || !send.method().equals("INVITE")) {
      return List.of();
    }
    String leased = stage.target().numbers().getOrDefault("callee", "");
    String to =
        send.to()
            .flatMap(
                t ->
                    Optional.ofNullable(of.scenario().actors().get(t))
                        .flatMap(Actor::number)
                        .or(() -> Optional.of(t)))
            .filter(t -> !of.scenario().actors().containsKey(t))
            .orElse(leased);
    String number = Correlator.user(to.replace("${numbers.callee}", leased));
    return number.isEmpty() ? List.of() : List.of(number);
  }

  /** The case was not played; what is shown is the control call. */
  private static CaseResult unproven(Case of, ControlDesk.Objection objection, Instant started) {
    CaseResult control = objection.control();
    return new CaseResult(
        of,
        Verdict.BROKEN,
        List.of(objection.finding()),
        List.of(
            "the steps and messages are those of the control call; the case itself was not played"),
        control.steps(),
        control.transcript(),
        control.cleanup(),
        Optional.empty(),
        started,
        Instant.now());
  }

  private static CaseResult ended(
      Case of, Verdict verdict, List<Finding> findings, Optional<String> skip, Instant started) {
    return new CaseResult(
        of,
        verdict,
        findings,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        skip,
        started,
        Instant.now());
  }

  /**
   * OPTIONS is answered 200; a call no case waits for 480 and told at the end; anything else 481.
   */
  private void answerStranger(SipEndpoint endpoint, Arrival arrival) {
    String method = arrival.message().method();
    int status = method.equals("OPTIONS") ? 200 : method.equals("INVITE") ? 480 : 481;
    if (method.equals("INVITE")) {
      late.stranger(arrival);
    }
    late.answer(() -> endpoint.respond(arrival, ResponseBuilder.to(arrival, status).build()));
  }

  /**
   * The extra case {@code late-messages}, if anything came after its case had ended or belonged to
   * none.
   */
  public List<CaseResult> finish() {
    return late.result().stream().map(Diagnosed::of).toList();
  }

  @Override
  public void close() {
    late.close();
    retired.close();
    callers.close();
    callees.close();
  }
}
