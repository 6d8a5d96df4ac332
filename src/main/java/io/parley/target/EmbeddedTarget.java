package io.parley.target;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.ReferPolicy;
import io.parley.farend.SbcSettings;
import io.parley.farend.SbcTimes;
import io.parley.model.Capability;
import io.parley.model.Link;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.wire.Flow;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SBC inside this program, one for each profile, started when first asked for. Its far end is
 * our callees' address, or that of a real one.
 */
public final class EmbeddedTarget implements LabTarget {
  /** Its name on the command line. */
  public static final String NAME = "embedded";

  /** The profile for requests of cases that have none: the one that takes most. */
  private static final String PLAIN = "sipconnect";

  private final EmbeddedPlan plan;
  private final Profiles profiles;
  private final String name;
  private final SbcTimes times;
  private final OurPlaces ours;
  private final LabFarEnd farEnd;
  private final Optional<LabCertificates> certificates;
  private final Map<String, EmbeddedSbc> started = new ConcurrentHashMap<>();

  /**
   * A target whose SBCs are not started yet.
   *
   * @param ours where we listen
   */
  EmbeddedTarget(EmbeddedPlan plan, OurPlaces ours) {
    this.plan = plan;
    this.profiles = plan.known();
    this.name = plan.name();
    this.times = plan.times();
    this.ours = ours;
    this.farEnd = plan.farEnd();
    this.certificates = plan.made();
  }

  /** The embedded SBC, not started. */
  public static TargetPlan plan(Profiles profiles, LabFarEnd farEnd) {
    SbcTimes times = farEnd.real().isPresent() ? SbcTimes.USUAL : SbcTimes.LAB;
    return EmbeddedPlan.of(profiles, NAME, times, farEnd);
  }

  /** The same that does something else with a REFER of its far end. */
  public static TargetPlan plan(Profiles profiles, LabFarEnd farEnd, ReferPolicy refer) {
    return ((EmbeddedPlan) plan(profiles, farEnd)).referred(refer);
  }

  /** One of another name, as its file says. */
  static TargetPlan plan(Profiles profiles, String name, TargetFile.EmbeddedKeys keys) {
    return EmbeddedPlan.of(profiles, name, keys.times(), LabFarEnd.OURS)
        .failingOver(keys.failover().orElse(true))
        .referred(keys.refer().orElse(ReferPolicy.PASS));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> profiles() {
    return profiles.names();
  }

  @Override
  public Optional<Credentials> credentials() {
    return Optional.of(LabNumbers.GUARD);
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return sbc(profile).address();
  }

  @Override
  public InetSocketAddress address(Optional<String> profile, Transport transport) {
    return sbc(profile).address(transport);
  }

  private EmbeddedSbc sbc(Optional<String> profile) {
    return started.computeIfAbsent(profile.orElse(PLAIN), this::start);
  }

  private EmbeddedSbc start(String profileName) {
    Profile profile =
        profiles
            .get(profileName)
            .orElseThrow(
                () -> new IllegalArgumentException("unknown profile '" + profileName + "'"));
    String host = plan.ipv6() ? "::1" : "127.0.3." + (profiles.names().indexOf(profileName) + 1);
    try {
      SbcSettings plain =
          SbcSettings.of(
                  profile, new InetSocketAddress(host, 0), Optional.empty(), LabNumbers.plan())
              .withTimes(times)
              .refusing(unlisted())
              .answeringChecks(profile.media().iceRequired())
              .routing(new LabRoutes(plan, ours, certificates.isPresent()).routes())
              .referred(plan.refer());
      return EmbeddedSbc.open(certificates.map(c -> plain.withTls(c.sbc())).orElse(plain));
    } catch (java.io.UncheckedIOException e) {
      throw new TargetUnavailableException(
          "embedded: cannot listen on " + host + ": " + e.getMessage());
    }
  }

  @Override
  public List<Transport> transports() {
    return certificates.isPresent()
        ? List.of(Transport.UDP, Transport.TCP, Transport.TLS)
        : List.of(Transport.UDP, Transport.TCP);
  }

  @Override
  public Optional<TlsSettings> tls() {
    return certificates.map(LabCertificates::trunk);
  }

  @Override
  public Optional<TlsIdentity> faulty(Link.Certificate kind) {
    return certificates.flatMap(c -> c.faulty(kind));
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return Flow.text(address(profile));
  }

  @Override
  public LabFarEnd lab() {
    return farEnd;
  }

  @Override
  public LocalSide local() {
    return plan.local();
  }

  @Override
  public Optional<InetAddress> unlisted() {
    return plan.ipv6() ? Optional.empty() : Optional.of(OwnAddress.UNLISTED);
  }

  @Override
  public Timers timers() {
    return new Timers(Duration.ofSeconds(5), Duration.ofSeconds(15), times.t1());
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    return Set.of(address(profile).getAddress());
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }

  @Override
  public Set<Capability> capabilities() {
    return plan.capabilities();
  }

  @Override
  public Optional<String> software() {
    return Optional.of("Parley embedded SBC");
  }

  @Override
  public void close() {
    started.values().parallelStream().forEach(EmbeddedSbc::close);
    started.clear();
  }
}
