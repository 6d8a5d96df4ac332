package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.context.LoadContext;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.CertificateRules;
import io.parley.wire.CertificateWish;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.LabAuthority;
import io.parley.wire.Sending;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import io.parley.wire.Wire;
import io.parley.wire.WireListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A far end of ours that holds the certificate of the SBC to the rules of Teams. */
public class CertificateRulesTests {
  private static final String SBC = "sbc1.lab.example.com";
  private static final LabAuthority AUTHORITY = new LabAuthority("Lab");
  private static final String SCRIPT =
      """
      scenario: A call comes out at the far end
      id: far-end
      actors:
        caller: { transport: udp, offer: plain }
        callee: { number: "${numbers.callee}" }
      steps:
        - caller: { send: INVITE, to: callee }
        - callee: { receive: INVITE, within: 2s }
        - callee: { send: 486 }
      """;

  private static CertificateWish wish(String commonName, String... names) {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    return new CertificateWish(
        commonName, List.of(names), true, true, now.minus(day), now.plus(day));
  }

  @DataProvider
  public Object[][] refused() {
    return new Object[][] {
      {AUTHORITY.issue(wish(SBC, SBC).expired()), TlsFailure.EXPIRED},
      {AUTHORITY.issue(wish(SBC, SBC).clientOnly()), TlsFailure.WRONG_USAGE},
      {AUTHORITY.issue(wish("other", "sbc2.lab.example.com")), TlsFailure.WRONG_NAME},
      {AUTHORITY.issue(wish("other", "*.example.com")), TlsFailure.WRONG_NAME},
      {LabAuthority.selfSigned(wish(SBC, SBC)), TlsFailure.SELF_SIGNED},
      {new LabAuthority("Other").issue(wish(SBC, SBC)), TlsFailure.UNKNOWN_AUTHORITY},
      {null, TlsFailure.NO_CLIENT_CERTIFICATE},
    };
  }

  @Test(dataProvider = "refused")
  public void theFindingNamesTheCheckThatFailed(TlsIdentity shown, TlsFailure why) {
    CaseResult result = play(shown);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings())
        .filteredOn(f -> f.kind() == FindingKind.CERTIFICATE)
        .singleElement()
        .satisfies(f -> assertThat(f.expected()).contains("certificate-rules: teams"))
        .satisfies(f -> assertThat(f.actual()).contains(why.words(), why.advice()));
  }

  @DataProvider
  public Object[][] taken() {
    return new Object[][] {
      {AUTHORITY.issue(wish("anything", SBC))},
      {AUTHORITY.issue(wish(SBC, "unrelated.example.net"))},
      {AUTHORITY.issue(wish("anything", "*.lab.example.com"))},
    };
  }

  @Test(dataProvider = "taken")
  public void aCertificateByTheRulesIsNoFinding(TlsIdentity shown) {
    CaseResult result = play(shown);
    assertThat(result.findings()).noneMatch(f -> f.kind() == FindingKind.CERTIFICATE);
  }

  private static TargetPlan target(String rules, String tls) throws IOException {
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    String text =
        """
        target: Lab
        address: 127.0.3.7:5061
        transports: [tls]
        far-end: { played-by: parley, listen: "127.0.2.1:0", certificate-rules: %s }
        tls: { server-name: sbc1.lab.example.com%s }
        """;
    Files.writeString(file, text.formatted(rules, tls));
    return new Targets(Profiles.shipped()).open(file.toString());
  }

  @Test
  public void theRulesStandInTheTargetFile() throws IOException {
    TestAuthority.Issued own = new TestAuthority().issue("DNS:trunk.example.com");
    String tls = ", certificate: " + own.certificate() + ", key: " + own.key();
    TlsSettings settings = target("teams", tls).tls().orElseThrow();
    assertThat(settings.rules()).isEqualTo(CertificateRules.TEAMS);
    assertThat(settings.mutual()).isTrue();
    assertThatThrownBy(() -> target("teams", ""))
        .hasMessageContaining("our callees need a certificate of their own to take TLS");
    assertThatThrownBy(() -> target("team", tls)).hasMessageContaining("Did you mean 'teams'?");
  }

  /** An SBC that connects to the far end with that certificate, and answers 503 in any case. */
  private static CaseResult play(TlsIdentity shown) {
    TlsSettings own =
        TlsSettings.DEFAULT
            .trusting(List.of(AUTHORITY.certificate()))
            .as(AUTHORITY.issue(CertificateWish.good("trunk.example.com")))
            .expecting(SBC)
            .demandingCertificate()
            .by(CertificateRules.TEAMS);
    TlsSettings theirs = TlsSettings.DEFAULT.withoutVerification();
    TlsSettings sbc = shown == null ? theirs : theirs.as(shown);
    InetSocketAddress[] farEnd = new InetSocketAddress[1];
    try (FakeTarget fake =
            new FakeTarget(
                (endpoint, arrival) -> relay(endpoint, arrival, sbc, farEnd[0]),
                Target.FarEnd.PARLEY,
                Optional.empty());
        Player player = Player.open(PlayerOptions.loopback().withTls(own))) {
      farEnd[0] = player.secureCalleeAddress();
      player.attach(fake.speaking(own), Profiles.shipped(), List.of());
      LoadContext context = Contexts.at(fake);
      return player.play(Catalogue.load("far-end.yaml", SCRIPT, context).cases().get(0));
    }
  }

  private static void relay(
      SipEndpoint endpoint, Arrival arrival, TlsSettings tls, InetSocketAddress farEnd) {
    if (!arrival.message().method().equals("INVITE")) {
      return;
    }
    CountDownLatch ended = new CountDownLatch(1);
    WireListener ear =
        new WireListener() {
          @Override
          public void received(Frame frame) {
            ended.countDown();
          }

          @Override
          public void sending(Frame frame) {}

          @Override
          public void broke(Flow flow, String reason) {
            ended.countDown();
          }
        };
    byte[] options =
        ("OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/TLS 127.0.3.7;branch=z9hG4bK1\r\nFrom: <sip:a>;tag=1"
                + "\r\nTo: <sip:b>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Wire wire =
        Wire.open(
            new InetSocketAddress("127.0.3.7", 0),
            Set.of(Transport.TLS),
            tls,
            Sending.WAITED_FOR,
            ear,
            "sbc")) {
      wire.send(options, Transport.TLS, farEnd);
      ended.await(5, TimeUnit.SECONDS);
    } catch (UncheckedIOException e) {
      // The far end does not take the connection, as it should not.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 503).build());
  }
}
