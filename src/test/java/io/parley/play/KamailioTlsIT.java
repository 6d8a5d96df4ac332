package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Calls at Kamailio's TLS module, a TLS server of SIP that we did not write. */
public class KamailioTlsIT {
  private static final String NAME = "sbc.example.com";

  private TestAuthority authority;
  private TestAuthority.Issued issued;

  @BeforeClass
  public void installed() {
    KamailioTls.require();
    authority = new TestAuthority();
    issued = authority.issue("DNS:" + NAME);
  }

  @DataProvider
  public Object[][] versions() {
    return new Object[][] {{"TLSv1.2"}, {"TLSv1.2+"}};
  }

  @Test(dataProvider = "versions")
  public void aRefusedCallIsPlayed(String version) throws Exception {
    CaseResult result = play(version, false, "server-name: " + NAME);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.transcript())
        .allMatch(e -> e.frame().flow().transport() == Transport.TLS)
        .anyMatch(e -> e.message().method().equals("ACK"));
  }

  @Test
  public void ourCertificateIsTaken() throws Exception {
    TestAuthority.Issued ours = authority.issue("DNS:trunk.example.net");
    String shown =
        "server-name: " + NAME + ", certificate: " + ours.certificate() + ", key: " + ours.key();
    assertThat(play("TLSv1.2+", true, shown).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test(dataProvider = "versions")
  public void whoShowsNoneIsToldSo(String version) throws Exception {
    assertBroken(play(version, true, "server-name: " + NAME), TlsFailure.CERTIFICATE_REQUIRED);
  }

  @Test
  public void anotherNameIsNoted() throws Exception {
    CaseResult result = play("TLSv1.2+", false, "server-name: other.example.com");
    assertBroken(result, TlsFailure.WRONG_NAME);
  }

  private static void assertBroken(CaseResult result, TlsFailure why) {
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).anyMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    assertThat(result.findings().toString()).contains(why.words());
  }

  private CaseResult play(String version, boolean verify, String tls) throws Exception {
    try (KamailioTls kamailio = KamailioTls.start(version, verify, authority, issued)) {
      return play(target(kamailio.port(), tls));
    }
  }

  private String target(int port, String tls) throws IOException {
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    String text =
        """
        target: Kamailio over TLS
        address: %s:%d
        transports: [tls]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 5s, final: 5s }
        tls: { ca: %s, %s }
        """;
    return Files.writeString(file, text.formatted(KamailioTls.HOST, port, authority.file(), tls))
        .toString();
  }

  private static CaseResult play(String file) {
    Profiles profiles = Profiles.shipped();
    TargetPlan plan = new Targets(profiles).open(file);
    PlayerOptions options = PlayerOptions.loopback().withTls(plan.tls().orElseThrow());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress())) {
      player.attach(target, profiles, List.of());
      return player.play(TestCases.call("tls", OfferSpec.EMPTY, new StatusPattern.Code(488)));
    }
  }
}
