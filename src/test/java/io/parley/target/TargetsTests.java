package io.parley.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.Scratch;
import io.parley.model.Capability;
import io.parley.profile.Profiles;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class TargetsTests {
  private static final InetSocketAddress CALLEE = new InetSocketAddress("127.0.2.1", 5080);
  private final Profiles profiles = Profiles.shipped();
  private final Targets targets = new Targets(profiles);

  @Test
  public void theEmbeddedSbcListensWhereItSays() {
    TargetPlan plan = targets.open("embedded");
    assertThat(plan.profiles()).containsExactlyElementsOf(profiles.names());
    try (Target target = plan.start(CALLEE)) {
      InetSocketAddress teams = target.address(Optional.of("teams-direct-routing"));
      assertThat(teams.getAddress().isLoopbackAddress()).isTrue();
      assertThat(target.address(Optional.of("teams-direct-routing"))).isEqualTo(teams);
      assertThat(target.address(Optional.of("zoom-byoc"))).isNotEqualTo(teams);
      assertThat(target.mediaAddresses(Optional.of("teams-direct-routing")))
          .containsExactly(teams.getAddress());
      assertThat(target.correlation().orElseThrow().pool()).hasSize(100).contains("+15550100042");
    }
  }

  @DataProvider
  public Object[][] nobody() {
    return new Object[][] {{"none"}, {"{ played-by: none }"}};
  }

  @Test(dataProvider = "nobody")
  public void nobodyBehindItIsSaidInEitherForm(String written) throws IOException {
    Path file = Scratch.folder("target-").resolve("sbc.yaml");
    Files.writeString(file, "target: Lab\naddress: 127.0.0.1:5999\nfar-end: " + written + "\n");
    try (Target target = targets.open(file.toString()).start(CALLEE)) {
      assertThat(target.farEnd()).isEqualTo(Target.FarEnd.NONE);
    }
  }

  @Test
  public void aRealFarEndStandsBehindAnAt() {
    TargetPlan plan = targets.open("embedded@127.0.5.9:5070");
    assertThat(plan.name()).isEqualTo("embedded");
    try (Target target = plan.start(CALLEE)) {
      assertThat(target.farEnd()).isEqualTo(Target.FarEnd.REAL);
      assertThat(target.correlation()).isEmpty();
      assertThat(target.limits().calls()).isEqualTo(4);
    }
  }

  @DataProvider
  public Object[][] notOnThisMachine() {
    return new Object[][] {{"embedded@192.0.2.7:5070"}, {"embedded@[::1]:5070"}, {"embedded@"}};
  }

  @Test(dataProvider = "notOnThisMachine")
  public void aFarEndElsewhereIsRefused(String wanted) {
    assertThat(problems(wanted))
        .singleElement()
        .asString()
        .startsWith("--target " + wanted + ": expected behind @ the IPv4 loopback address");
  }

  @Test
  public void aFileIsRead() throws IOException {
    TargetPlan plan =
        targets.open(
            file(
                """
                target: Lab
                addresses: { teams-direct-routing: 127.0.0.9:5061, zoom-byoc: "[::1]:5062" }
                transports: [tcp]
                numbers: { callee: "+15550100000" }
                far-end: { played-by: parley, listen: 127.0.2.9:5080 }
                correlate: { by: X-Call, pool: "+1555010{0000..0002}", match: 9 }
                limits: { calls: 2, rate: 2.5/s, dial: "+1555*" }
                local: { bind: 127.0.1.9, advertise: 203.0.113.7, contact-host: sbc.example.com, ports: 31000-31009 }
                timers: { final: 3s }
                """));
    Target target = plan.start(CALLEE);
    assertThat(target.inwardAddress()).isEmpty();
    assertThat(plan.local().callerPort()).isZero();
    assertThat(target.profiles()).containsExactly("teams-direct-routing", "zoom-byoc");
    assertThat(target.address(Optional.of("zoom-byoc")).getPort()).isEqualTo(5062);
    assertThat(target.transports()).containsExactly(Transport.TCP);
    assertThat(target.farEnd()).isEqualTo(Target.FarEnd.PARLEY);
    assertThat(target.limits().ratePerSecond()).isEqualTo(2.5);
    assertThat(target.limits().calls()).isEqualTo(2);
    assertThat(target.local().calleeBind()).isEqualTo(new InetSocketAddress("127.0.2.9", 5080));
    assertThat(target.local().callerBind().getHostAddress()).isEqualTo("127.0.1.9");
    assertThat(target.local().rtpPorts()).isEqualTo(new PortRange(31000, 31009));
    assertThat(target.timers())
        .isEqualTo(new Target.Timers(Duration.ofSeconds(5), Duration.ofSeconds(3)));
    assertThat(target.correlation().orElseThrow().pool())
        .containsExactly("+15550100000", "+15550100001", "+15550100002");
  }

  @Test
  public void aTargetElsewhereNeedsAListOfNumbers() throws IOException {
    String path = file("target: Lab\naddress: 192.0.2.1:5060\nlimits: { calls: 2 }\n");
    assertThat(problems(path))
        .singleElement()
        .asString()
        .startsWith(path + ":3:9: limits.dial is missing")
        .contains("Add the line: limits: { dial: ['+1555*'] }");
    assertThat(problems("sip:192.0.2.1:5060"))
        .singleElement()
        .asString()
        .contains("limits: { dial: ['+1555*'] }");
  }

  @Test
  public void allProblemsOfAFileAreTold() throws IOException {
    String path =
        file(
            """
            target: Lab
            address: "127.0.0.1:x"
            profiles: teams-direct-ruting
            far-end: { played-by: parley }
            limits: { rate: fast }
            local: { ports: 9-1 }
            """);
    assertThat(problems(path))
        .containsExactly(
            path + ":2:10: expected host:port, found '127.0.0.1:x'",
            path
                + ":3:11: unknown profile 'teams-direct-ruting'. Did you mean 'teams-direct-routing'?"
                + " Profiles: teams-direct-routing, teams-media-bypass, zoom-byoc, sipconnect, zoom-byop, operator-connect, rfc-trunk, jola-trunk, telnyx, twilio, twilio-secure, google-gtp, chime-encrypted, vonage, exotel, genesys-byoc, jambonz",
            path
                + ":4:10: far-end: missing key 'listen'. Write listen: host:port, the address to which"
                + " the SBC sends calls for its far end.",
            path + ":5:17: rate: expected calls per second such as 5/s, found 'fast'",
            path + ":6:17: ports: expected first-last such as 30000-30999, found '9-1'");
  }

  @Test
  public void aUriOnThisMachineIsATarget() {
    Target target = targets.open("sip:127.0.0.1:5070;transport=tcp").start(CALLEE);
    assertThat(target.address(Optional.empty()))
        .isEqualTo(new InetSocketAddress("127.0.0.1", 5070));
    assertThat(target.transports()).containsExactly(Transport.TCP);
    assertThat(target.profiles()).isEmpty();
    assertThat(target.farEnd()).isEqualTo(Target.FarEnd.NONE);
  }

  @Test
  public void whatIsNoTargetIsSaid() {
    assertThat(problems("embeded")).singleElement().asString().contains("no such target");
    assertThat(problems("sip:;x")).singleElement().asString().contains("expected sip:host:port");
    assertThatThrownBy(() -> targets.open("sip:no-such-host.invalid:5060"))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  public void theExampleFileIsRead() {
    TargetPlan plan = targets.open("lab-sbc");
    assertThat(plan.name()).isEqualTo("Lab SBC");
    assertThat(plan.limits().dial()).containsExactly("+1555*");
  }

  @Test
  public void aPasswordComesFromAFileOrTheEnvironmentOnly() throws IOException {
    Path folder = Scratch.folder("credentials-");
    Files.writeString(folder.resolve("secret"), "wonderland\n");
    Target target = targets.open(lab(folder, "password-file: secret")).start(CALLEE);
    assertThat(target.credentials())
        .contains(new Target.Credentials("alice", "wonderland"))
        .hasToString("Optional[credentials of alice]");

    assertThat(refusal(lab(folder, "password: wonderland")))
        .contains("the password is written out", "password: \"${env.NAME}\"")
        .doesNotContain("wonderland");
    assertThat(refusal(lab(folder, "password: \"${env.PARLEY_NO_SUCH_PASSWORD}\"")))
        .contains("the environment variable PARLEY_NO_SUCH_PASSWORD is not set");
    assertThat(refusal(lab(folder, "password-file: nowhere")))
        .contains("cannot read the password file 'nowhere'");
  }

  private static String lab(Path folder, String password) throws IOException {
    String text =
        """
        target: Lab
        address: 127.0.0.9:5060
        credentials: { user: alice, %s }
        """;
    return Files.writeString(folder.resolve("lab.yaml"), text.formatted(password)).toString();
  }

  private String refusal(String file) {
    return String.valueOf(
        catchThrowableOfType(() -> targets.open(file), UnusableTargetException.class).getMessage());
  }

  @Test
  public void theTargetFileOfThePageIsRead() throws IOException {
    String page = Files.readString(Path.of("src/docs/your-sbc.md"));
    String block = page.substring(page.indexOf("```yaml\ntarget: ") + "```yaml\n".length());
    TargetPlan plan = targets.open(file(block.substring(0, block.indexOf("```"))));
    Target target = plan.start(CALLEE);
    assertThat(target.uriHost(Optional.empty())).isEqualTo("sbc.lab.example.com");
    assertThat(target.local().contactHost()).contains("trunk.lab.example.com");
    assertThat(target.local().calleeBind().getPort()).isEqualTo(5080);
    assertThat(target.correlation().orElseThrow().pool())
        .hasSize(10)
        .contains(target.numbers().get("callee"));
    assertThat(target.limits().dial()).containsExactly("+1555*");
  }

  @Test
  public void otherKindsAreRegisteredByName() {
    Targets more = new Targets(profiles).with("docker:x", EmbeddedTarget::plan);
    assertThat(more.open("docker:x").name()).isEqualTo("embedded");
  }

  private List<String> problems(String wanted) {
    return catchThrowableOfType(UnusableTargetException.class, () -> targets.open(wanted)).lines();
  }

  private static String file(String text) throws IOException {
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text).toString();
  }

  @Test
  public void anEmbeddedSbcKeepsTheTimesOfItsFile() throws IOException {
    String path = file("target: Quick\nembedded: { t1: 100ms, patience: 2s, min-session: 1s }\n");
    TargetPlan plan = targets.open(path);
    assertThat(plan.name()).isEqualTo("Quick");
    assertThat(plan.capabilities()).contains(Capability.B2BUA, Capability.SESSION_TIMERS);
    try (Target target = plan.start(CALLEE)) {
      assertThat(target.timers().t1()).isEqualTo(Duration.ofMillis(100));
    }
  }

  @Test
  public void anEmbeddedSbcHasNoAddress() throws IOException {
    String path = file("target: Quick\nembedded: {}\naddress: 127.0.0.1:5060\n");
    assertThat(problems(path))
        .containsExactly(
            path
                + ":3:1: 'address' is for an SBC that is there already. Beside 'embedded' a file has"
                + " 'target' only.");
  }
}
