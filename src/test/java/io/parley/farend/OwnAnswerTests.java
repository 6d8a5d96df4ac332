package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OwnAnswerTests {
  private static final String CALLEE = "+15550100007";
  private static final Profiles PROFILES = Profiles.shipped();
  private Phone phone;

  @BeforeClass
  public void open() {
    phone = Phone.open("127.0.1.1");
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    phone.close();
  }

  @DataProvider
  public Object[][] profiles() {
    return PROFILES.names().stream()
        .filter(n -> !n.equals("twilio")) // takes plain RTP only
        .map(n -> new Object[] {n})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "profiles")
  public void aCallIsAnsweredChangedAndHungUp(String name) {
    try (EmbeddedSbc sbc = sbc(name)) {
      String offer =
          Requests.offer("PCMU,G722,telephone-event", "AEAD_AES_256_GCM,AES_CM_128_HMAC_SHA1_80");
      SipMessage invite = phone.send(phone.invite(CALLEE, sbc.address(), offer), sbc.address());
      SipMessage ok = phone.finalResponse(invite);
      assertThat(ok.status()).hasValue(200);
      assertThat(AnswerJudge.judge(Sdp.of(offer), Sdp.of(ok.body()))).isEmpty();
      String suite = Sdp.of(ok.body()).audio().orElseThrow().cryptos().get(0).suite();
      assertThat(PROFILES.get(name).orElseThrow().media().suites()).contains(suite);
      Dialog dialog = Dialog.uac(invite, ok);
      phone.ack(dialog, invite, sbc.address(), "");

      SipMessage hold =
          phone.send(dialog, "INVITE", sbc.address(), offer.replace("sendrecv", "inactive"));
      SipMessage held = phone.finalResponse(hold);
      assertThat(Sdp.of(held.body()).audio().orElseThrow().direction().attribute())
          .isEqualTo("inactive");
      assertThat(Sdp.of(held.body()).origin().orElseThrow().version())
          .isGreaterThan(Sdp.of(ok.body()).origin().orElseThrow().version());
      phone.ack(dialog, hold, sbc.address(), "");

      SipMessage bye = phone.send(dialog, "BYE", sbc.address(), "");
      assertThat(phone.finalResponse(bye).status()).hasValue(200);
      assertThat(sbc.calls()).isZero();
    }
  }

  @Test
  public void delayedOfferGetsAnOfferWhereTheProfileTakesIt() {
    try (EmbeddedSbc sbc = sbc("sipconnect")) {
      SipMessage invite = phone.send(phone.invite(CALLEE, sbc.address(), ""), sbc.address());
      SipMessage ok = phone.finalResponse(invite);
      Profile profile = PROFILES.get("sipconnect").orElseThrow();
      assertThat(profile.acceptsOffer(ok.body())).isTrue();
      assertThat(Sdp.of(ok.body()).isMalformed()).isFalse();
    }
  }

  private static EmbeddedSbc sbc(String name) {
    return EmbeddedSbc.open(
        SbcSettings.of(
            PROFILES.get(name).orElseThrow(),
            new InetSocketAddress("127.0.3.5", 0),
            Optional.empty(),
            Requests.PLAN));
  }
}
