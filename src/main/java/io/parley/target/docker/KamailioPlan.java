package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import io.parley.model.Capability;
import io.parley.target.LabFarEnd;
import io.parley.target.LabNumbers;
import io.parley.target.LabServers;
import io.parley.target.LocalSide;
import io.parley.target.OurPlaces;
import io.parley.target.PortRange;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.TargetUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Kamailio in a container, not started. */
public final class KamailioPlan implements TargetPlan {
  static final LocalSide LOCAL =
      new LocalSide(
          LoopbackPlan.CALLERS,
          new InetSocketAddress(LoopbackPlan.CALLEES, 0),
          Optional.empty(),
          Optional.of("sbc.example.com"),
          new PortRange(40000, 49999));

  /** Its dispatcher counts in seconds: it asks every one, and gives an OPTIONS up after another. */
  static final Duration ASKED = Duration.ofSeconds(1);

  private static final Duration INTERVAL = Duration.ofSeconds(4);
  private static final int UNANSWERED = 4;
  private static final int ANSWERED = 2;

  /** RFC 3261 §19.1.2; nobody of ours is there, so that calls inwards fail. */
  private static final int SIP_PORT = 5060;

  private final LabFarEnd farEnd;
  private final Consumer<String> progress;

  /**
   * The plan.
   *
   * @param farEnd who answers behind it
   * @param progress told before something that takes long
   */
  public KamailioPlan(LabFarEnd farEnd, Consumer<String> progress) {
    this.farEnd = farEnd;
    this.progress = progress;
  }

  @Override
  public String name() {
    return KamailioTarget.NAME;
  }

  @Override
  public List<String> profiles() {
    return List.copyOf(LoopbackPlan.PROFILES.keySet());
  }

  @Override
  public Map<String, String> numbers() {
    return LabNumbers.BY_ROLE;
  }

  @Override
  public Target.Limits limits() {
    return farEnd.limits();
  }

  @Override
  public LocalSide local() {
    return farEnd.real().isPresent()
        ? LOCAL
        : LOCAL.with(LabServers.at(LOCAL.calleeBind(), INTERVAL, UNANSWERED, ANSWERED));
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> out = EnumSet.copyOf(KamailioFiles.capabilities().capabilities());
    out.addAll(local().servers().capabilities());
    return out;
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return KamailioFiles.capabilities().reason(scenario, profile);
  }

  @Override
  public void check() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      throw new TargetUnavailableException(
          name()
              + ": it shares the host's network, which needs Linux; found "
              + system
              + ". Play at the embedded SBC, the default target");
    }
    engine();
  }

  @Override
  public KamailioTarget start(InetSocketAddress callee) {
    return start(OurPlaces.of(callee, Optional.empty()));
  }

  @Override
  public KamailioTarget start(InetSocketAddress callee, InetSocketAddress caller) {
    return start(OurPlaces.of(callee, Optional.of(caller)));
  }

  @Override
  public KamailioTarget start(OurPlaces ours) {
    DockerClient docker = EngineClient.of(engine());
    KamailioContainer container = KamailioContainer.start(docker, surroundings(ours), progress);
    return new KamailioTarget(container, local().listening(ours.usual().plain()), farEnd);
  }

  private Surroundings surroundings(OurPlaces ours) {
    InetSocketAddress nobody = new InetSocketAddress(LoopbackPlan.CALLERS, SIP_PORT);
    return Surroundings.of(
        farEnd.at(ours.usual().plain()), ours.caller().orElse(nobody), local().servers(), ours);
  }

  private DockerEngine engine() {
    try {
      return DockerEngine.find();
    } catch (IOException e) {
      throw new TargetUnavailableException(name() + ": " + e.getMessage());
    }
  }
}
