package io.parley.target.docker;

import io.parley.model.Capability;
import io.parley.target.LabFarEnd;
import io.parley.target.LabNumbers;
import io.parley.target.LabTarget;
import io.parley.target.LocalSide;
import io.parley.target.OwnAddress;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Kamailio with rtpengine in a container on this machine's network, one loopback address for each
 * profile. What it refuses and how is in {@code docker/README.md}.
 */
public final class KamailioTarget implements LabTarget {
  /** Its name on the command line and in reports. */
  public static final String NAME = "docker:kamailio";

  /** The profile for requests of cases that have none: the one that takes most. */
  private static final String PLAIN = "sipconnect";

  private static final Pattern VERSION = Pattern.compile("(?m)^version (\\S+ \\S+)");

  private final KamailioContainer container;
  private final LocalSide local;
  private final LabFarEnd farEnd;
  private final Capabilities capabilities = KamailioFiles.capabilities();

  KamailioTarget(KamailioContainer container, LocalSide local, LabFarEnd farEnd) {
    this.container = container;
    this.local = local;
    this.farEnd = farEnd;
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
        LoopbackPlan.PROFILES.get(profile.orElse(PLAIN)), container.sipPort());
  }

  @Override
  public List<Transport> transports() {
    return List.of(Transport.UDP, Transport.TCP);
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return address(profile).getAddress().getHostAddress() + ":" + container.sipPort();
  }

  @Override
  public Optional<Credentials> credentials() {
    return Optional.of(LabNumbers.GUARD);
  }

  @Override
  public LabFarEnd lab() {
    return farEnd;
  }

  @Override
  public LocalSide local() {
    return local;
  }

  @Override
  public Optional<InetAddress> unlisted() {
    return Optional.of(OwnAddress.UNLISTED);
  }

  @Override
  public Timers timers() {
    return new Timers(Duration.ofSeconds(5), Duration.ofSeconds(15));
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
  public Set<Capability> capabilities() {
    Set<Capability> out = EnumSet.copyOf(capabilities.capabilities());
    out.addAll(local.servers().capabilities());
    return out;
  }

  @Override
  public Optional<String> software() {
    String versions =
        VERSION.matcher(log()).results().map(m -> m.group(1)).collect(Collectors.joining(", "));
    return Optional.of(versions).filter(v -> !v.isEmpty());
  }

  /** What it has written so far: each decision with its profile, rule and Call-ID. */
  public String log() {
    return container.log();
  }

  @Override
  public void close() {
    container.close();
  }
}
