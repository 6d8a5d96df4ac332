package io.parley.fake;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.FarEndServer;
import io.parley.farend.SbcRoutes;
import io.parley.farend.SbcSettings;
import io.parley.model.Capability;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.target.FarEndServers;
import io.parley.target.LocalSide;
import io.parley.target.OurPlaces;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An SBC that is said to know a trunk of two servers and to watch them; what it does is another
 * matter.
 */
final class TrunkPlan implements TargetPlan, AutoCloseable {
  private static final String PROFILE = "sipconnect";
  private static final String NUMBER = "+15550100200";
  private static final InetSocketAddress ANY = new InetSocketAddress("127.0.2.1", 0);

  private final FarEndServers servers;
  private final Duration asked;
  private final Function<OurPlaces, List<FarEndServer>> trunk;
  private EmbeddedSbc sbc;

  /**
   * An SBC that is not started.
   *
   * @param asked how often it asks its servers; zero = never
   * @param unanswered after how many OPTIONS without an answer it is said to give a server up
   * @param trunk the servers that it really has
   */
  TrunkPlan(Duration asked, int unanswered, Function<OurPlaces, List<FarEndServer>> trunk) {
    this.servers =
        new FarEndServers(
            Optional.of(ANY),
            List.of(new FarEndServers.Trunk(NUMBER, ANY)),
            Duration.ofSeconds(2),
            unanswered,
            2);
    this.asked = asked;
    this.trunk = trunk;
  }

  /** Both servers, the first one first. */
  static List<FarEndServer> both(OurPlaces ours) {
    return List.of(first(ours), second(ours));
  }

  static FarEndServer first(OurPlaces ours) {
    return FarEndServer.plain(ours.firsts().get(0).plain());
  }

  static FarEndServer second(OurPlaces ours) {
    return FarEndServer.plain(ours.second().orElseThrow().plain());
  }

  @Override
  public Target start(OurPlaces ours) {
    SbcRoutes routes =
        new SbcRoutes(
            Optional.of(FarEndServer.plain(ours.usual().plain())),
            Map.of(NUMBER, trunk.apply(ours)),
            asked,
            Optional.empty());
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get(PROFILE).orElseThrow(),
                    new InetSocketAddress("127.0.5.6", 0),
                    Optional.empty(),
                    NumberPlan.OPEN)
                .routing(routes));
    return new FixedTarget(sbc.address(), FixedTarget.IMPATIENT, servers);
  }

  @Override
  public Target start(InetSocketAddress callee) {
    throw new IllegalStateException("its far end has more servers than one");
  }

  @Override
  public String name() {
    return "trunk";
  }

  @Override
  public List<String> profiles() {
    return List.of(PROFILE);
  }

  @Override
  public Map<String, String> numbers() {
    return started().numbers();
  }

  @Override
  public Set<Capability> capabilities() {
    return servers.capabilities();
  }

  @Override
  public Target.Limits limits() {
    return started().limits();
  }

  @Override
  public LocalSide local() {
    return started().local();
  }

  private Target started() {
    return new FixedTarget(ANY, FixedTarget.IMPATIENT, servers);
  }

  @Override
  public void close() {
    if (sbc != null) {
      sbc.close();
    }
  }
}
