package io.parley.target;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Capability;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.wire.Flow;
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
 * our callees' address.
 */
public final class EmbeddedTarget implements Target {
  /** Its name on the command line. */
  public static final String NAME = "embedded";

  private static final int CALLS = 64;

  /** The profile for requests of cases that have none: the one that takes most. */
  private static final String PLAIN = "sipconnect";

  private final Profiles profiles;
  private final InetSocketAddress callee;
  private final Map<String, EmbeddedSbc> started = new ConcurrentHashMap<>();

  private EmbeddedTarget(Profiles profiles, InetSocketAddress callee) {
    this.profiles = profiles;
    this.callee = callee;
  }

  /** The embedded SBC, not started. */
  public static TargetPlan plan(Profiles profiles) {
    return new Plan(profiles);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> profiles() {
    return profiles.names();
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return started.computeIfAbsent(profile.orElse(PLAIN), this::start).address();
  }

  private EmbeddedSbc start(String name) {
    Profile profile =
        profiles
            .get(name)
            .orElseThrow(() -> new IllegalArgumentException("unknown profile '" + name + "'"));
    String host = "127.0.3." + (profiles.names().indexOf(name) + 1);
    NumberPlan plan = new NumberPlan(roles());
    try {
      return EmbeddedSbc.open(
          SbcSettings.of(profile, new InetSocketAddress(host, 0), Optional.of(callee), plan));
    } catch (java.io.UncheckedIOException e) {
      throw new TargetUnavailableException(
          "embedded: cannot listen on " + host + ": " + e.getMessage());
    }
  }

  private static Map<String, List<String>> roles() {
    Map<String, List<String>> out = new java.util.HashMap<>();
    LabNumbers.BY_ROLE.forEach((role, number) -> out.put(role, List.of(number)));
    out.put("callee", List.of(LabNumbers.CALLEES));
    out.put("caller", List.of(LabNumbers.CALLERS));
    return out;
  }

  @Override
  public List<Transport> transports() {
    return List.of(Transport.UDP, Transport.TCP);
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return Flow.text(address(profile));
  }

  @Override
  public Map<String, String> numbers() {
    return LabNumbers.BY_ROLE;
  }

  @Override
  public FarEnd farEnd() {
    return FarEnd.PARLEY;
  }

  @Override
  public Optional<Correlation> correlation() {
    return Optional.of(LabNumbers.correlation());
  }

  @Override
  public Limits limits() {
    return Plan.LIMITS;
  }

  @Override
  public Local local() {
    return Plan.LOCAL;
  }

  @Override
  public Timers timers() {
    return new Timers(Duration.ofSeconds(5), Duration.ofSeconds(15));
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
    return Plan.ABLE;
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

  private record Plan(Profiles known) implements TargetPlan {
    static final Set<Capability> ABLE = Set.of(Capability.B2BUA);
    static final Limits LIMITS = new Limits(CALLS, 0, Duration.ofSeconds(30), List.of());
    static final Local LOCAL =
        new Local(
            new InetSocketAddress("127.0.1.1", 0).getAddress(),
            new InetSocketAddress("127.0.2.1", 0),
            Optional.empty(),
            Optional.empty(),
            new int[] {30000, 39999});

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public List<String> profiles() {
      return known.names();
    }

    @Override
    public Map<String, String> numbers() {
      return LabNumbers.BY_ROLE;
    }

    @Override
    public Limits limits() {
      return LIMITS;
    }

    @Override
    public Local local() {
      return LOCAL;
    }

    @Override
    public Set<Capability> capabilities() {
      return ABLE;
    }

    @Override
    public Target start(InetSocketAddress callee) {
      return new EmbeddedTarget(known, callee);
    }
  }
}
