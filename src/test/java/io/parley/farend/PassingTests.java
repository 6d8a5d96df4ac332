package io.parley.farend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What passes from leg to leg, and what ends at the SBC. */
public class PassingTests {
  private Phone caller;
  private Phone callee;
  private EmbeddedSbc sbc;

  @BeforeMethod
  public void open() {
    caller = Phone.open("127.0.1.1");
    callee = Phone.open("127.0.2.1");
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                Profiles.shipped().get("zoom-byoc").orElseThrow(),
                new InetSocketAddress("127.0.3.3", 0),
                Optional.of(callee.address()),
                Requests.PLAN));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    caller.close();
    callee.close();
  }

  @DataProvider
  public Object[][] finals() {
    return new Object[][] {{301}, {302}, {403}, {404}, {480}, {488}, {500}, {503}, {600}, {603}};
  }

  @Test(dataProvider = "finals")
  public void aFinalResponseKeepsItsMeaning(int status) {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(
        in,
        ResponseBuilder.to(in, status)
            .contact("<sip:elsewhere@192.0.2.99>")
            .header("Retry-After", "7")
            .header("Warning", "399 far.example.com \"why\"")
            .header("Server", "far end")
            .header("X-Trace", "1"));
    SipMessage out = caller.finalResponse(invite);
    assertThat(out.status()).hasValue(status);
    assertThat(out.first("Retry-After")).contains("7");
    assertThat(out.first("Warning")).contains("399 far.example.com \"why\"");
    assertThat(out.first("X-Trace")).contains("1");
    assertThat(out.first("Server").orElse("")).doesNotContain("far end");
    assertThat(out.first("Contact").isPresent()).isEqualTo(status < 400);
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void earlyMediaIsAnchored() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, callee.answer(in, 100));
    callee.respond(in, callee.answer(in, 181));
    callee.respond(
        in, callee.answer(in, 183).body("application/sdp", Requests.goodOffer().getBytes()));
    SipMessage forwarded = caller.response(181, "INVITE");
    SipMessage early = caller.response(183, "INVITE");
    assertThat(early.toTag()).isEqualTo(forwarded.toTag());
    assertThat(early.fromTag()).isEqualTo(invite.fromTag());
    Sdp sdp = Sdp.of(early.body());
    assertThat(sdp.audio().orElseThrow().address()).contains("127.0.3.3");
    assertThat(sdp.audio().orElseThrow().ice().candidates())
        .singleElement()
        .satisfies(c -> assertThat(c.address()).isEqualTo("127.0.3.3"))
        .satisfies(c -> assertThat(c.port()).isEqualTo(sdp.audio().orElseThrow().port()));
  }

  /** Microsoft's deviations from RFC 6337: of a hold Teams understands inactive alone. */
  @Test
  public void aHoldThatTheFarEndDoesNotUnderstandIsConverted() {
    assertThat(directions("teams-direct-routing", "127.0.3.1"))
        .containsExactly("inactive", "sendonly");
    assertThat(directions("sipconnect", "127.0.3.4")).containsExactly("sendonly", "sendonly");
  }

  /** Of an offer with sendonly at the far end, and of such an answer at the caller. */
  private List<String> directions(String profile, String host) {
    String held = Requests.goodOffer().replace("a=sendrecv", "a=sendonly");
    SbcSettings settings =
        SbcSettings.of(
            Profiles.shipped().get(profile).orElseThrow(),
            new InetSocketAddress(host, 0),
            Optional.of(callee.address()),
            Requests.PLAN);
    try (EmbeddedSbc other = EmbeddedSbc.open(settings)) {
      SipMessage invite =
          caller.send(caller.invite("+15550100001", other.address(), held), other.address());
      Arrival in = callee.request("INVITE");
      callee.respond(
          in, ResponseBuilder.to(in, 200).body("application/sdp", held.getBytes(US_ASCII)));
      return List.of(direction(in.message()), direction(caller.finalResponse(invite)));
    }
  }

  private static String direction(SipMessage message) {
    return Sdp.of(message.body()).audio().orElseThrow().direction().attribute();
  }

  @Test
  public void eachForkIsADialogToTheCallerToo() {
    invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, callee.answer(in, 180).toTag("fork-1"));
    callee.respond(in, callee.answer(in, 183).toTag("fork-2"));
    SipMessage ringing = caller.response(180, "INVITE");
    SipMessage progress = caller.response(183, "INVITE");
    assertThat(ringing.toTag()).isPresent().isNotEqualTo(progress.toTag());
    callee.respond(in, callee.answer(in, 200).toTag("fork-2"));
    assertThat(caller.response(200, "INVITE").toTag()).isEqualTo(progress.toTag());
    assertThat(callee.request("ACK").message().toTag()).contains("fork-2");
  }

  @Test
  public void aCallerThatHangsUpWhileItRingsEndsTheCall() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, 180);
    Dialog early = Dialog.uac(invite, caller.response(180, "INVITE"));
    caller.send(early, "BYE", sbc.address(), "");
    caller.response(200, "BYE");
    caller.response(487, "INVITE");
    callee.request("CANCEL");
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void infoPassesAndPrackDoesNot() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, 200);
    Dialog dialog = Dialog.uac(invite, caller.response(200, "INVITE"));
    caller.ack(dialog, invite, sbc.address(), "");
    SipMessage info =
        caller.send(
            dialog
                .request("INFO")
                .via(caller.transport, caller.address())
                .body("application/dtmf-relay", "Signal=5\r\n".getBytes()),
            sbc.address());
    Arrival passed = callee.request("INFO");
    assertThat(passed.message().contentType()).isEqualTo("application/dtmf-relay");
    assertThat(new String(passed.message().body())).isEqualTo("Signal=5\r\n");
    callee.respond(passed, 415);
    assertThat(caller.response(415, "INFO").cseq()).isEqualTo(info.cseq());
    caller.send(dialog, "PRACK", sbc.address(), "");
    caller.response(481, "PRACK");
  }

  @Test
  public void whatBelongsToOneSideStaysThere() {
    SipMessage sent =
        caller
            .invite("+15550100001", sbc.address(), Requests.goodOffer())
            .header("Route", "<sip:127.0.1.9;lr>")
            .header("Record-Route", "<sip:127.0.1.9;lr>")
            .header("User-Agent", "phone 1.0")
            .header("Supported", "100rel, timer")
            .header("P-Asserted-Identity", "<sip:+15550190000@example.com>")
            .build();
    caller.endpoint.send(sent, caller.transport, sbc.address());
    SipMessage out = callee.request("INVITE").message();
    assertThat(out.values("Via")).hasSize(1);
    assertThat(out.text()).doesNotContain("127.0.1.9").doesNotContain("phone 1.0");
    assertThat(out.first("Supported")).isEmpty();
    assertThat(out.first("P-Asserted-Identity")).contains("<sip:+15550190000@example.com>");
  }

  private SipMessage invite() {
    return caller.send(
        caller.invite("+15550100001", sbc.address(), Requests.goodOffer()), sbc.address());
  }
}
