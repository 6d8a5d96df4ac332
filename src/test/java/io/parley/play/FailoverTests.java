package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.dns.TestZone;
import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.sip.ResponseBuilder;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Targets named by a domain, one of whose servers does not do its work. */
public class FailoverTests {
  private static final Profiles PROFILES = Profiles.shipped();

  private TestAuthority authority;
  private EmbeddedSbc good;
  private FakeTarget unavailable;
  private DatagramSocket silent;
  private TestZone zone;

  @BeforeClass
  public void start() throws IOException {
    authority = new TestAuthority();
    NumberPlan numbers =
        new NumberPlan(
            Map.of("caller", List.of("+15550190000"), "callee", List.of("+15550100000")));
    good =
        EmbeddedSbc.open(
            SbcSettings.of(
                    PROFILES.get("sipconnect").orElseThrow(),
                    new InetSocketAddress("127.0.3.61", 0),
                    Optional.empty(),
                    numbers)
                .withTls(TlsSettings.DEFAULT.as(authority.issue("DNS:tls.example").identity())));
    unavailable = new FakeTarget((e, a) -> e.respond(a, ResponseBuilder.to(a, 503).build()));
    silent = new DatagramSocket(new InetSocketAddress("127.0.3.62", 0));
    int port = good.address().getPort();
    int unavailablePort = unavailable.address(Optional.empty()).getPort();
    zone =
        TestZone.of(
            "host-record=good.example,127.0.3.61",
            "host-record=closed.example,127.0.3.63",
            "host-record=unavailable.example,127.0.3.7",
            "host-record=silent.example,127.0.3.62",
            "srv-host=_sip._udp.closed-first.example,closed.example," + port + ",1,1",
            "srv-host=_sip._udp.closed-first.example,good.example," + port + ",2,1",
            "srv-host=_sip._tcp.closed-first.example,closed.example," + port + ",1,1",
            "srv-host=_sip._tcp.closed-first.example,good.example," + port + ",2,1",
            "srv-host=_sip._udp.busy-first.example,unavailable.example," + unavailablePort + ",1,1",
            "srv-host=_sip._udp.busy-first.example,good.example," + port + ",2,1",
            "srv-host=_sip._udp.silent-first.example,silent.example,"
                + silent.getLocalPort()
                + ",1,1",
            "srv-host=_sip._udp.silent-first.example,good.example," + port + ",2,1",
            "srv-host=_sip._udp.all-closed.example,closed.example," + port + ",1,1",
            "srv-host=_sip._udp.all-closed.example,closed.example,9,2,1",
            "srv-host=_sips._tcp.tls.example,good.example,"
                + good.address(Transport.TLS).getPort()
                + ",1,1",
            "srv-host=_sips._tcp.other.example,good.example,"
                + good.address(Transport.TLS).getPort()
                + ",1,1");
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    if (zone != null) {
      zone.close();
    }
    if (good != null) {
      good.close();
      unavailable.close();
      silent.close();
    }
  }

  private CaseResult play(String domain, String transport, int status) throws IOException {
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    String text =
        """
        target: A domain
        address: %s
        transports: [%s]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 2s, final: 3s }
        tls: { ca: %s }
        local: { bind: 127.0.1.1, resolver: "%s" }
        """;
    Files.writeString(file, text.formatted(domain, transport, authority.file(), zone.resolver()));
    TargetPlan plan = new Targets(PROFILES).open(file.toString());
    PlayerOptions options =
        plan.tls().map(PlayerOptions.loopback()::withTls).orElse(PlayerOptions.loopback());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress())) {
      player.attach(target, PROFILES, List.of());
      return player.play(TestCases.call("domain", OfferSpec.EMPTY, new StatusPattern.Code(status)));
    }
  }

  @DataProvider
  public Object[][] faults() {
    return new Object[][] {
      {"closed-first.example", "udp", "port unreachable"},
      {"closed-first.example", "tcp", "connection refused"},
      {"busy-first.example", "udp", "answered SIP/2.0 503"},
      {"silent-first.example", "udp", "no answer in time"},
    };
  }

  @Test(dataProvider = "faults")
  public void theCallGoesOnToTheNextServer(String domain, String transport, String why)
      throws IOException {
    CaseResult result = play(domain, transport, 200);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.notes())
        .anySatisfy(n -> assertThat(n).contains(why, "went on to 127.0.3.61:"));
    assertThat(result.transcript().get(0).message().text())
        .startsWith("INVITE sip:+15550100000@" + domain + " SIP/2.0\r\n");
  }

  @Test
  public void aRefusalThatTheScenarioWaitsForIsNotPassedOver() throws IOException {
    CaseResult result = play("busy-first.example", "udp", 503);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.notes()).isEmpty();
  }

  @Test
  public void theLastFailureIsToldWhereNoneIsLeft() throws IOException {
    CaseResult result = play("all-closed.example", "udp", 200);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings().toString()).contains("port unreachable at udp 127.0.3.63:9");
    assertThat(result.notes()).hasSize(1);
  }

  @Test
  public void theCertificateMustCarryTheDomain() throws IOException {
    assertThat(play("tls.example", "tls", 200).verdict()).isEqualTo(Verdict.PASSED);
    CaseResult other = play("other.example", "tls", 200);
    assertThat(other.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(other.findings().toString())
        .contains(TlsFailure.WRONG_NAME.words(), "expected other.example, it is for tls.example");
  }

  @Test
  public void aNameThatNobodyKnowsMakesTheCaseBrokenAndIsToldWithWhatWasAsked() throws IOException {
    CaseResult result = play("nobody.example", "udp", 200);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).allMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    assertThat(result.findings().toString())
        .contains(
            "nobody knows the name",
            "NAPTR nobody.example: no such name",
            "SRV _sip._udp.nobody.example: no such name");
    assertThat(result.transcript()).isEmpty();
  }
}
