package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Case;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.context.LoadContext;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Whole calls over the IPv6 loopback address, and targets that are named by it. */
public class Ipv6Tests {
  private static final Profiles PROFILES = Profiles.shipped();

  private static Case load(String text, Target target) {
    LoadContext context = Contexts.at(target);
    return Catalogue.load("family.yaml", text, context).cases().get(0);
  }

  @Test(dataProvider = "transports")
  public void aCallGoesOverIpv6OnBothLegs(Transport transport) {
    TargetPlan plan = new Targets(PROFILES).open("embedded").overIpv6().orElseThrow();
    PlayerOptions options =
        PlayerOptions.loopback().at(plan.local()).withTls(plan.tls(true).orElseThrow());
    try (Player player = Player.open(options);
        Target target =
            plan.start(
                player.calleeAddress(), player.callerAddress(), player.secureCalleeAddress())) {
      player.attach(target, PROFILES, List.of());
      String text =
          """
          scenario: A family
          id: family
          transport: %s
          family: ipv6
          offer: plain
          expect: { status: 200, answer: { address: target } }
          """;
      CaseResult result = player.play(load(text.formatted(transport.parameter()), target));
      assertThat(result.findings()).isEmpty();
      assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
      assertThat(result.transcript())
          .allMatch(e -> e.frame().flow().local().getAddress() instanceof Inet6Address)
          .extracting(TranscriptEntry::actor)
          .contains("caller", "far-end");
      SipMessage invite = result.transcript().get(0).message();
      assertThat(invite.text())
          .contains("Via: SIP/2.0/" + transport + " [::1]:", "Contact: <sip:+1555", "@[::1]:")
          .contains("\r\nc=IN IP6 ::1\r\n", "@[::1]>;tag=");
      SipMessage answer =
          result.transcript().stream()
              .map(TranscriptEntry::message)
              .filter(m -> m.status().orElse(0) == 200)
              .findFirst()
              .orElseThrow();
      assertThat(answer.text()).contains(";received=::1", "\r\nc=IN IP6 ::1\r\n");
    }
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP}, {Transport.TCP}, {Transport.TLS}};
  }

  @Test
  public void aCaseForTheOtherFamilyIsSkippedWithTheReason() {
    try (EmbeddedScript script = new EmbeddedScript()) {
      CaseResult result =
          script.play(
              """
              scenario: A family
              id: family
              family: ipv6
              offer: plain
              expect: { status: 200 }
              """);
      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(result.skip()).hasValue("the target is reached over IPv4, not over IPv6");
    }
  }

  @Test
  public void aTargetIsNamedByItsIpv6Address() throws IOException {
    NumberPlan numbers =
        new NumberPlan(
            Map.of("caller", List.of("+15550190000"), "callee", List.of("+15550100000")));
    try (EmbeddedSbc sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                PROFILES.get("sipconnect").orElseThrow(),
                new InetSocketAddress("::1", 0),
                Optional.empty(),
                numbers))) {
      String place = Flow.text(sbc.address());
      assertThat(place).startsWith("[::1]:");
      assertThat(callAt("sip:" + place).verdict()).isEqualTo(Verdict.PASSED);
      assertThat(callAt("sip:" + place + ";transport=tcp").verdict()).isEqualTo(Verdict.PASSED);
      Path file = Scratch.file("target-", ".yaml");
      file.toFile().deleteOnExit();
      String text =
          """
          target: IPv6 lab
          address: "%s"
          numbers: { caller: "+15550190000", callee: "+15550100000" }
          """;
      Files.writeString(file, text.formatted(place));
      CaseResult result = callAt(file.toString());
      assertThat(result.findings()).isEmpty();
      assertThat(result.transcript().get(0).message().requestUri())
          .isEqualTo("sip:+15550100000@" + place);
    }
  }

  private static CaseResult callAt(String wanted) {
    TargetPlan plan = new Targets(PROFILES).open(wanted);
    PlayerOptions options = PlayerOptions.loopback().at(plan.local());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress())) {
      player.attach(target, PROFILES, List.of());
      return player.play(TestCases.call("v6", OfferSpec.EMPTY, new StatusPattern.Code(200)));
    }
  }
}
