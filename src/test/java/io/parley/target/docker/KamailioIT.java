package io.parley.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.parley.peer.OwnPlace;
import io.parley.target.LabFarEnd;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * The Kamailio container, called by SIPp and with SIPp behind it: every rule refuses what it is
 * there to refuse, and relays its near misses.
 */
public class KamailioIT {
  private static final String NUMBER = "+15550100001";

  /** Known without a container: rows are asked for even where there is no engine. */
  private static final List<String> PROFILES = List.copyOf(LoopbackPlan.PROFILES.keySet());

  private final Map<String, KamailioRows.Row> refused = new ConcurrentHashMap<>();
  private KamailioTarget target;
  private InetSocketAddress farEndAddress;
  private Process farEnd;
  private Sipp sipp;

  @BeforeClass
  public void start() throws IOException {
    RequiresDocker.check();
    io.parley.peer.Sipp.require();
    Path folder = Files.createDirectories(Path.of("target", "kamailio-it").toAbsolutePath());
    sipp = new Sipp(folder);
    farEndAddress = OwnPlace.next();
    target = new KamailioPlan(LabFarEnd.OURS, text -> {}).start(farEndAddress);
    farEnd = sipp.farEnd(farEndAddress);
  }

  @AfterClass(alwaysRun = true)
  public void stop() throws IOException {
    if (target != null) {
      Files.writeString(Path.of("target", "kamailio-it", "kamailio.log"), target.log());
      target.close();
    }
    if (farEnd != null) {
      farEnd.destroy();
    }
  }

  @DataProvider(parallel = true)
  public Iterator<Object[]> rows() {
    List<Object[]> out = new ArrayList<>();
    for (String profile : PROFILES) {
      KamailioRows.of(profile).forEach(row -> out.add(new Object[] {row}));
    }
    return out.iterator();
  }

  @Test(dataProvider = "rows")
  public void refusesByItsRulesAndRelaysNearMisses(KamailioRows.Row row) throws Exception {
    String scenario =
        row.status().isPresent()
            ? SippScenario.refused(
                row.invite(), row.status().getAsInt(), header(row.profile(), row.rule()))
            : SippScenario.accepted(row.invite(), "");
    String callId = UUID.randomUUID().toString();
    assertThat(play(row.profile(), callId, scenario, "u1")).as(row.toString()).isEmpty();
    if (row.status().isPresent()) {
      refused.put(callId, row);
    }
  }

  @Test(dependsOnMethods = "refusesByItsRulesAndRelaysNearMisses", alwaysRun = true)
  public void theLogNamesTheRuleOfEveryRefusal() {
    String log = target.log();
    assertThat(refused).isNotEmpty();
    refused.forEach(
        (callId, row) ->
            assertThat(log)
                .as(row.toString())
                .containsPattern(
                    "refused profile=" + row.profile() + " rule=" + row.rule() + " .*" + callId));
  }

  @DataProvider
  public Iterator<Object[]> profiles() {
    return PROFILES.stream().map(p -> new Object[] {p}).iterator();
  }

  @Test(dataProvider = "profiles")
  public void takesCallsOverTcp(String profile) throws Exception {
    String scenario = SippScenario.accepted(Invite.to(NUMBER, OfferRows.OFFER), "");
    assertThat(play(profile, UUID.randomUUID().toString(), scenario, "t1")).isEmpty();
  }

  @Test(dataProvider = "profiles")
  public void passesTheRefusalOfTheFarEndThrough(String profile) throws Exception {
    Invite invite = Invite.to("+15550100066", OfferRows.OFFER);
    String scenario = SippScenario.refused(invite, 486, "SIP/2.0 486 Busy Here");
    assertThat(play(profile, UUID.randomUUID().toString(), scenario, "u1")).isEmpty();
  }

  @Test(dataProvider = "profiles")
  public void cancelsOnBothLegs(String profile) throws Exception {
    Invite invite = Invite.to("+15550100067", OfferRows.OFFER);
    String scenario = SippScenario.cancelled(invite);
    assertThat(play(profile, UUID.randomUUID().toString(), scenario, "u1")).isEmpty();
  }

  @Test
  public void relaysADelayedOfferAtTheTrunk() throws Exception {
    String answer =
        "v=0\no=- 1 1 IN IP4 127.0.1.1\ns=-\nc=IN IP4 127.0.1.1\nt=0 0\nm=audio 30000 RTP/AVP 0\n";
    String scenario = SippScenario.accepted(Invite.to(NUMBER, ""), answer);
    assertThat(play("sipconnect", UUID.randomUUID().toString(), scenario, "u1")).isEmpty();
  }

  @Test
  public void tellsItsSoftware() {
    assertThat(target.software().orElseThrow())
        .containsPattern("kamailio 5\\.\\d+.*rtpengine-daemon 10\\.");
  }

  @Test
  public void aSecondOneRunsBesideItAndLeavesNothingBehind() throws IOException {
    DockerClient docker = EngineClient.of(DockerEngine.find());
    List<String> before = Reaper.owned(docker);
    try (KamailioTarget second =
        new KamailioPlan(LabFarEnd.OURS, text -> {}).start(farEndAddress)) {
      assertThat(second.address(Optional.empty())).isNotEqualTo(target.address(Optional.empty()));
      assertThat(Reaper.owned(docker)).hasSize(before.size() + 1);
    }
    assertThat(Reaper.owned(docker)).isEqualTo(before);
  }

  @Test
  public void aContainerWhoseRunHasDiedIsSweptAway() throws IOException {
    DockerClient docker = EngineClient.of(DockerEngine.find());
    long noProcess = 1L << 40;
    String stale =
        docker
            .createContainerCmd(KamailioFiles.imageName())
            .withLabels(Reaper.labels(noProcess))
            .exec()
            .getId();
    Reaper.sweep(docker);
    assertThatThrownBy(() -> docker.inspectContainerCmd(stale).exec())
        .isInstanceOf(NotFoundException.class);
  }

  private Optional<String> play(String profile, String callId, String scenario, String transport)
      throws Exception {
    InetSocketAddress address = target.address(Optional.of(profile));
    return sipp.call(callId, scenario, address, callId, transport);
  }

  /** What a refusal must carry: a Reason at Teams, a Warning for offers elsewhere. */
  private static String header(String profile, String rule) {
    if (profile.startsWith("teams")) {
      return "Reason: Q[.]850;cause=[0-9]+;text=";
    }
    return rule.matches("codec.*|srtp.*|offer-malformed|audio.*|address-family|payload.*")
        ? "Warning: 3[0-9][0-9] [^ ]+ \""
        : "SIP/2.0";
  }
}
