package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Case;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.Flow;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Cases at a target that serves TLS, set up by its file. */
public class TlsTargetTests {
  private static final String NAME = "sbc.example.com";
  private static final Profiles PROFILES = Profiles.shipped();

  private TestAuthority authority;
  private EmbeddedSbc open;
  private EmbeddedSbc mutual;

  @BeforeClass
  public void start() {
    authority = new TestAuthority();
    TlsSettings tls =
        TlsSettings.DEFAULT
            .trusting(authority.certificates())
            .as(authority.issue("DNS:" + NAME).identity());
    open = sbc(tls);
    mutual = sbc(tls.demandingCertificate().expecting("trunk.example.net"));
  }

  private static EmbeddedSbc sbc(TlsSettings tls) {
    NumberPlan numbers =
        new NumberPlan(
            Map.of("caller", List.of("+15550190000"), "callee", List.of("+15550100000")));
    return EmbeddedSbc.open(
        SbcSettings.of(
                PROFILES.get("sipconnect").orElseThrow(),
                new InetSocketAddress("127.0.3.60", 0),
                Optional.empty(),
                numbers)
            .withTls(tls));
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    Stream.of(open, mutual).filter(Objects::nonNull).forEach(EmbeddedSbc::close);
  }

  private String file(EmbeddedSbc sbc, String tls) throws IOException {
    return file(sbc.address(Transport.TLS), tls);
  }

  private static String file(InetSocketAddress address, String tls) throws IOException {
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    String text =
        """
        target: TLS lab
        address: %s
        transports: [tls]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 3s, final: 3s }
        tls: { %s }
        """;
    return Files.writeString(file, text.formatted(Flow.text(address), tls)).toString();
  }

  private static CaseResult play(String file) {
    TargetPlan plan = new Targets(PROFILES).open(file);
    PlayerOptions options = PlayerOptions.loopback().withTls(plan.tls().orElseThrow());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress())) {
      player.attach(target, PROFILES, List.of());
      return player.play(call());
    }
  }

  private static Case call() {
    return TestCases.call("tls", OfferSpec.EMPTY, new StatusPattern.Code(200));
  }

  private String trusting() {
    return "ca: " + authority.file() + ", server-name: " + NAME;
  }

  @Test
  public void aCallIsPlayedOverTlsAndHungUp() throws IOException {
    CaseResult result = play(file(open, trusting()));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.transcript())
        .allMatch(e -> e.frame().flow().transport() == Transport.TLS)
        .anyMatch(e -> e.message().method().equals("BYE"));
    String invite = result.transcript().get(0).message().text();
    assertThat(invite).contains("\r\nVia: SIP/2.0/TLS 127.0.1.1:", ";transport=tls>");
  }

  @Test
  public void ourCertificateIsShown() throws IOException {
    TestAuthority.Issued ours = authority.issue("DNS:trunk.example.net");
    String shown = ", certificate: " + ours.certificate() + ", key: " + ours.key();
    assertThat(play(file(mutual, trusting() + shown)).verdict()).isEqualTo(Verdict.PASSED);
  }

  @DataProvider
  public Object[][] failures() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    return new Object[][] {
      {open, "ca: " + authority.file() + ", server-name: other.example.com", TlsFailure.WRONG_NAME},
      {open, "server-name: " + NAME, TlsFailure.UNKNOWN_AUTHORITY},
      {mutual, trusting(), TlsFailure.CERTIFICATE_REQUIRED},
    };
  }

  @Test(dataProvider = "failures")
  public void aFailedHandshakeMakesTheCaseBrokenAndSaysWhatToDo(
      EmbeddedSbc sbc, String tls, TlsFailure why) throws IOException {
    CaseResult result = play(file(sbc, tls));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).anyMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    assertThat(result.findings().toString()).contains(why.words(), why.advice());
  }

  @Test
  public void filesThatDoNotFitAreToldBeforeAnythingIsSent() throws IOException {
    TestAuthority.Issued one = authority.issue("DNS:a.example.com");
    TestAuthority.Issued other = authority.issue("DNS:b.example.com");
    String wrong = "ca: missing.pem, certificate: " + one.certificate() + ", key: " + other.key();
    String path = file(open, wrong);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> new Targets(PROFILES).open(path)))
        .hasMessageContaining(path + ":6:12: cannot read 'missing.pem'")
        .hasMessageContaining("the private key is not the key of the certificate");
    String half = file(open, "certificate: " + one.certificate());
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> new Targets(PROFILES).open(half)))
        .hasMessageContaining(half + ":6:6: tls: missing key 'key'");
  }
}
