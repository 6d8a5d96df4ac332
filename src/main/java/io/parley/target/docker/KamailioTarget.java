package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import io.parley.profile.NumberPlan;
import io.parley.target.Target;
import io.parley.target.TargetUnavailableException;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kamailio with rtpengine in a container on this machine's network, one loopback address for each
 * profile. What it refuses and how is in {@code docker/README.md}.
 */
public final class KamailioTarget implements Target {
  /** Its name on the command line and in reports. */
  public static final String NAME = "docker:kamailio";

  private static final Pattern VERSION = Pattern.compile("version (\\S+) (\\S+)");
  private static final Map<String, String> NUMBERS =
      Map.of(
          "caller", "+15550200000",
          "callee", "+15550100000",
          "busy", "+15550101486",
          "declined", "+15550101603",
          "cost", "+15550102603",
          "error", "+15550101500",
          "unavailable", "+15550101503",
          "unknown", "+15550109999");

  private final GenericContainer<?> container;
  private final int sipPort;
  private final int farEndPort;
  private final Capabilities capabilities = KamailioFiles.capabilities();
  private final Thread stopAtExit = new Thread(this::stop, "stop-kamailio");

  private KamailioTarget(String image, int sipPort, int farEndPort, int controlPort) {
    this.sipPort = sipPort;
    this.farEndPort = farEndPort;
    this.container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetworkMode("host")
            .withLabels(Reaper.labels())
            .withEnv("PARLEY_SIP_PORT", Integer.toString(sipPort))
            .withEnv("PARLEY_FAR_END", LoopbackPlan.CALLEES.getHostAddress() + ":" + farEndPort)
            .withEnv("PARLEY_MEDIA", LoopbackPlan.MEDIA.getHostAddress())
            .withEnv("PARLEY_CONTROL", LoopbackPlan.MEDIA.getHostAddress() + ":" + controlPort)
            .waitingFor(new OptionsWait(LoopbackPlan.CALLERS, address(Optional.empty())));
    LoopbackPlan.PROFILES.forEach(
        (profile, address) ->
            container.withEnv(LoopbackPlan.variable(profile), address.getHostAddress()));
  }

  /**
   * Starts it and waits until it answers. A far end then has to listen at {@link Local#calleeBind}.
   *
   * @param progress told before something that takes long
   * @throws TargetUnavailableException without an engine, an image, or when it does not start
   */
  public static KamailioTarget start(Consumer<String> progress) {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new TargetUnavailableException(
          NAME
              + ": it shares the host's network, which needs Linux; found "
              + System.getProperty("os.name")
              + ". Play at the embedded SBC, the default target");
    }
    DockerClient docker = EngineClient.of(engine());
    Reaper.sweep(docker);
    KamailioTarget target = onFreePorts(new KamailioImage(docker).ready(progress));
    target.run();
    return target;
  }

  private static DockerEngine engine() {
    try {
      return DockerEngine.find();
    } catch (IOException e) {
      throw new TargetUnavailableException(NAME + ": " + e.getMessage());
    }
  }

  private static KamailioTarget onFreePorts(String image) {
    try {
      return new KamailioTarget(
          image,
          FreePort.on(LoopbackPlan.PROFILES.values()),
          FreePort.on(List.of(LoopbackPlan.CALLEES)),
          FreePort.on(List.of(LoopbackPlan.MEDIA)));
    } catch (IOException e) {
      throw new TargetUnavailableException(NAME + ": " + e.getMessage());
    }
  }

  private void run() {
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    try {
      container.start();
    } catch (RuntimeException e) {
      close();
      throw new TargetUnavailableException(
          NAME + ": the container does not start: " + rootMessage(e));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> profiles() {
    return List.copyOf(LoopbackPlan.PROFILES.keySet());
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return new InetSocketAddress(
        LoopbackPlan.PROFILES.get(
            profile.filter(LoopbackPlan.PROFILES::containsKey).orElse("sipconnect")),
        sipPort);
  }

  @Override
  public List<Transport> transports() {
    return List.of(Transport.UDP, Transport.TCP);
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return address(profile).getAddress().getHostAddress();
  }

  @Override
  public Map<String, String> numbers() {
    return NUMBERS;
  }

  @Override
  public FarEnd farEnd() {
    return FarEnd.PARLEY;
  }

  @Override
  public Optional<Correlation> correlation() {
    return Optional.of(
        new Correlation(
            "called-number",
            NumberPlan.expand("+1555010{0000..0099}"),
            0,
            NumberPlan.expand("+1555020{0000..0099}")));
  }

  @Override
  public Limits limits() {
    return new Limits(50, 0, Duration.ofSeconds(30), List.of());
  }

  @Override
  public Local local() {
    return new Local(
        LoopbackPlan.CALLERS,
        new InetSocketAddress(LoopbackPlan.CALLEES, farEndPort),
        Optional.empty(),
        Optional.of("sbc.example.com"),
        new int[] {40000, 49999});
  }

  @Override
  public Timers timers() {
    return new Timers(Duration.ofSeconds(5), Duration.ofSeconds(32));
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    return Set.of(LoopbackPlan.MEDIA);
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return capabilities.reason(scenario, profile);
  }

  @Override
  public Optional<String> software() {
    Matcher versions = VERSION.matcher(log());
    StringBuilder out = new StringBuilder();
    while (versions.find()) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(versions.group(1))
          .append(' ')
          .append(versions.group(2));
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
  }

  /** What it has written so far: each decision with its profile, rule and Call-ID. */
  public String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException exiting) {
      // The hook is running already and has nothing left to do.
    }
  }

  private synchronized void stop() {
    container.stop();
  }

  static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
