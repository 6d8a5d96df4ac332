package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.Loaded;
import io.parley.scenario.context.LoadContext;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.Transport;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Callers with a certificate that the embedded SBC must not take, and with one that it must. */
public class CertificateTests {
  private Player player;
  private Target target;

  @BeforeClass
  public void start() {
    TargetPlan plan = new Targets(Profiles.shipped()).open("embedded");
    player = Player.open(PlayerOptions.loopback().withTls(plan.tls(true).orElseThrow()));
    target =
        plan.start(player.calleeAddress(), player.callerAddress(), player.secureCalleeAddress());
    player.attach(target, Profiles.shipped(), List.of());
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    player.close();
    target.close();
  }

  private CaseResult play(String certificate, String status) {
    String text =
        """
        scenario: A certificate
        id: certificate
        transport: tls
        %s
        offer: secure-ice
        expect: { status: %s }
        """;
    Loaded loaded = load(text.formatted(certificate, status));
    assertThat(loaded.problems()).isEmpty();
    Case only = loaded.cases().get(0);
    return player.play(only);
  }

  private Loaded load(String text) {
    LoadContext context = Contexts.at(target);
    return Catalogue.load("certificate.yaml", text, context);
  }

  @DataProvider(parallel = true)
  public Object[][] past() {
    return new Object[][] {{"TLSv1"}, {"TLSv1.1"}};
  }

  @Test(dataProvider = "past")
  public void aVersionOfThePastIsRefused(String version) {
    CaseResult result = play("tls-version: " + version, "no-connection, reason: TLS version");
    assertThat(result.findings()).isEmpty();
    assertThat(result.steps().toString()).contains("no TLS version in common", "alert");
  }

  @Test
  public void aVersionOfTodayIsNot() {
    for (String today : List.of("TLSv1.2", "TLSv1.3")) {
      assertThat(play("tls-version: " + today, "no-connection").verdict())
          .as(today)
          .isEqualTo(Verdict.FAILED);
    }
  }

  /** Each is waited for to its end, so all at once. */
  @DataProvider(parallel = true)
  public Object[][] refused() {
    return new Object[][] {
      {"none", "demands a client certificate"},
      {"expired", "refused our certificate"},
      {"self-signed", "refused our certificate"},
      {"wrong-name", "refused our certificate"},
      {"wide-wildcard", "refused our certificate"},
      {"unknown-authority", "refused our certificate"},
      {"client-only", "refused our certificate"},
      {"incomplete-chain", "refused our certificate"},
    };
  }

  @Test(dataProvider = "refused")
  public void aCertificateThatMustNotBeTakenIsRefused(String kind, String how) {
    CaseResult result = play("certificate: " + kind, "no-connection");
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.steps().toString()).contains("no connection: ").contains(how);
    assertThat(result.transcript()).noneMatch(e -> e.message().isResponse());
  }

  @Test
  public void aConnectionThatIsRefusedForAnotherReasonIsNoPass() {
    CaseResult result = play("certificate: none", "no-connection, reason: client certificate");
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    CaseResult other = play("certificate: none", "no-connection, reason: TLS version");
    assertThat(other.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(other.findings().toString()).contains("demands a client certificate");
  }

  @Test
  public void aCallThatIsTakenAlthoughItMustNotBeFails() {
    CaseResult result = play("", "no-connection");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().toString()).contains("no-connection", "200");
  }

  @Test
  public void aRefusedConnectionIsNoAnswerWhereOneIsExpected() {
    CaseResult result = play("certificate: expired", "200");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings().toString()).contains("refused our certificate");
  }

  @Test
  public void aGoodCallGoesOverTlsOnBothLegs() {
    CaseResult result = play("", "200");
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.transcript())
        .extracting(TranscriptEntry::actor)
        .contains("caller", "far-end");
    assertThat(result.transcript()).allMatch(e -> e.frame().flow().transport() == Transport.TLS);
  }

  @Test
  public void aCertificateWithoutTlsIsAMistake() {
    String text =
        """
        scenario: A certificate
        id: certificate
        certificate: expired
        offer: plain
        expect: { status: no-connection }
        """;
    assertThat(load(text).problems().toString())
        .contains("certificate.yaml:3:14: certificate: is for TLS only");
    assertThat(load(text.replace("expired", "expird")).problems().toString())
        .contains("Did you mean 'expired'?");
  }

  @Test
  public void withoutACaseThatAsksForItNoCertificateIsMade() {
    TargetPlan plan = new Targets(Profiles.shipped()).open("embedded");
    assertThat(plan.tls(false)).isEqualTo(Optional.empty());
  }
}
