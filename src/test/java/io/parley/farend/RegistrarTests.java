package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** REGISTER at the embedded SBC. */
public class RegistrarTests {
  private static final String USER = "+15550190000";

  private final String callId = Ids.callId();
  private Phone usual;
  private Phone user;
  private Phone trunk;
  private EmbeddedSbc sbc;
  private long cseq;

  @BeforeMethod
  public void open() {
    start("sipconnect");
  }

  private void start(String profile) {
    usual = Phone.open("127.0.1.1");
    user = Phone.open("127.0.1.1");
    trunk = Phone.open("127.0.2.1");
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get(profile).orElseThrow(),
                    new InetSocketAddress("127.0.3.1", 0),
                    Optional.of(trunk.address()),
                    new NumberPlan(Map.of("caller", List.of(USER), "callee", List.of("+1555"))))
                .withNearEnd(usual.address()));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    usual.close();
    user.close();
    trunk.close();
  }

  @Test
  public void callsGoToWhereTheUserRegistered() {
    SipMessage ok = register(USER, "Expires", "600");
    assertThat(ok.status()).hasValue(200);
    assertThat(ok.list("Contact")).hasSize(1);
    assertThat(ok.list("Contact").get(0))
        .startsWith("<" + contact() + ">;expires=")
        .matches(".*expires=(600|599)");
    ring(user);
    assertThat(register(USER, "Expires", "0").list("Contact")).isEmpty();
    ring(usual);
  }

  private void ring(Phone phone) {
    SipMessage invite =
        trunk.send(trunk.invite(USER, sbc.address(), Requests.goodOffer()), sbc.address());
    phone.respond(phone.request("INVITE"), 486);
    assertThat(trunk.finalResponse(invite).status()).hasValue(486);
  }

  @Test
  public void aRefreshReplacesAndAQueryChangesNothing() {
    register(USER, "Expires", "600");
    assertThat(register(USER, "Expires", "1200").list("Contact")).hasSize(1);
    SipMessage asked = send(request(USER).remove("Contact"));
    assertThat(asked.list("Contact").get(0)).matches(".*expires=(1200|1199)");
    SipMessage own = send(request(USER).set("Contact", List.of("<" + contact() + ">;expires=90")));
    assertThat(own.list("Contact").get(0)).matches(".*expires=(90|89)");
    SipMessage all = send(request(USER).set("Contact", List.of("*")).header("Expires", "0"));
    assertThat(all.status()).hasValue(200);
    assertThat(all.list("Contact")).isEmpty();
  }

  @Test
  public void whatCannotBeRegistered() {
    SipMessage brief = register(USER, "Expires", "10");
    assertThat(brief.status()).hasValue(423);
    assertThat(brief.first("Min-Expires")).contains("60");
    assertThat(register("+15559999999", "Expires", "600").status()).hasValue(404);
    SipMessage star = send(request(USER).set("Contact", List.of("*")).header("Expires", "60"));
    assertThat(star.status()).hasValue(400);
    register(USER, "Expires", "600");
    cseq -= 2;
    assertThat(register(USER, "X-Late", "yes").status()).hasValue(500);
  }

  @Test
  public void aProfileWithoutRegistrationRefusesIt() {
    close();
    start("teams-direct-routing");
    SipMessage refused = register(USER, "Expires", "600");
    assertThat(refused.status()).hasValue(405);
    assertThat(refused.first("Allow").orElse("")).doesNotContain("REGISTER");
  }

  private SipMessage register(String number, String header, String value) {
    return send(request(number).header(header, value));
  }

  private String contact() {
    return "sip:" + USER + "@" + Flow.text(user.address());
  }

  private RequestBuilder request(String number) {
    String record = "<sip:" + number + "@" + Flow.text(sbc.address()) + ">";
    return RequestBuilder.of("REGISTER", "sip:" + Flow.text(sbc.address()))
        .via(user.transport, user.address())
        .maxForwards()
        .from(record, Ids.tag())
        .to(record)
        .callId(callId)
        .cseq(++cseq)
        .contact("<" + contact() + ">");
  }

  private SipMessage send(RequestBuilder request) {
    user.send(request, sbc.address());
    return user.finalResponse();
  }
}
