package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RelayTests {
  private static final String CALLEE = "+15550100007";
  private static final Profiles PROFILES = Profiles.shipped();

  private Phone caller;
  private Phone callee;
  private EmbeddedSbc sbc;

  @BeforeMethod
  public void open() {
    start(Transport.UDP);
  }

  private void start(Transport transport) {
    caller = Phone.open("127.0.1.1", transport);
    callee = Phone.open("127.0.2.1", transport);
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    PROFILES.get("sipconnect").orElseThrow(),
                    new InetSocketAddress("127.0.3.1", 0),
                    Optional.of(callee.address()),
                    Requests.PLAN)
                .withTimes(SbcTimes.of(Duration.ofMillis(30), Duration.ofMillis(800))));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    caller.close();
    callee.close();
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP}, {Transport.TCP}};
  }

  @Test(dataProvider = "transports")
  public void aCallIsRelayedOnADialogOfItsOwn(Transport transport) {
    close();
    start(transport);
    SipMessage invite =
        caller.send(
            caller.invite(CALLEE, sbc.address(), Requests.goodOffer()).header("X-Kept", "yes"),
            sbc.address());
    Arrival in = callee.request("INVITE");
    SipMessage relayed = in.message();
    assertThat(relayed.callId()).isNotEqualTo(invite.callId());
    assertThat(relayed.fromTag()).isNotEqualTo(invite.fromTag());
    assertThat(relayed.requestUri()).startsWith("sip:" + CALLEE + "@127.0.2.1:");
    assertThat(relayed.first("From").orElse(""))
        .startsWith("\"Alice\" <sip:+15550190000@127.0.3.1");
    assertThat(relayed.first("Contact").orElse("")).contains("127.0.3.1");
    assertThat(relayed.first("Max-Forwards")).contains("69");
    assertThat(relayed.first("X-Kept")).contains("yes");
    assertThat(relayed.text()).doesNotContain("192.0.2.10").doesNotContain("127.0.1.1");
    Sdp offer = Sdp.of(relayed.body());
    assertThat(offer.audio().orElseThrow().address()).contains("127.0.3.1");
    assertThat(offer.audio().orElseThrow().port()).isNotEqualTo(40000 - 1).isPositive();
    assertThat(offer.isMalformed()).isFalse();

    callee.respond(in, 180);
    assertThat(caller.response(180, "INVITE").toTag()).isPresent();
    callee.respond(in, callee.answer(in, 200).body("application/sdp", answer().getBytes()));
    SipMessage ok = caller.response(200, "INVITE");
    assertThat(Sdp.of(ok.body()).audio().orElseThrow().address()).contains("127.0.3.1");
    assertThat(ok.text()).doesNotContain("127.0.2.1").doesNotContain("192.0.2.20");
    Arrival ack = callee.request("ACK");
    assertThat(ack.message().body()).isEmpty();
    Dialog dialog = Dialog.uac(invite, ok);
    caller.ack(dialog, invite, sbc.address(), "");
    assertThat(sbc.calls()).isEqualTo(1);

    caller.send(dialog, "BYE", sbc.address(), "");
    caller.response(200, "BYE");
    callee.respond(callee.request("BYE"), 200);
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void theFarEndHangsUpToo() {
    Call call = call();
    callee.send(call.atCallee, "BYE", sbc.address(), "");
    callee.response(200, "BYE");
    caller.respond(caller.request("BYE"), 200);
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void refusalsOfTheFarEndComeThrough() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, callee.answer(in, 486).reason("Engaged").header("Reason", "Q.850;cause=17"));
    SipMessage busy = caller.finalResponse(invite);
    assertThat(busy.status()).hasValue(486);
    assertThat(busy.reasonPhrase()).isEqualTo("Engaged");
    assertThat(busy.first("Reason")).contains("Q.850;cause=17");
    callee.request("ACK");
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void aCancelledCallEndsOnBothLegs() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, 180);
    caller.response(180, "INVITE");
    cancel(invite);
    caller.response(200, "CANCEL");
    caller.response(487, "INVITE");
    Arrival cancel = callee.request("CANCEL");
    assertThat(cancel.message().branch()).isEqualTo(in.message().branch());
    callee.respond(cancel, 200);
    callee.respond(in, 487);
    callee.request("ACK");
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void aCancelWaitsForTheFirstProvisional() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    cancel(invite);
    caller.response(487, "INVITE");
    assertThat(callee.has(m -> m.method().equals("CANCEL"))).isFalse();
    callee.respond(in, 180);
    callee.respond(callee.request("CANCEL"), 200);
    callee.respond(in, 487);
    callee.request("ACK");
  }

  @Test
  public void anAnswerThatCrossesTheCancelIsHungUp() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    cancel(invite);
    caller.response(487, "INVITE");
    callee.respond(in, callee.answer(in, 200).body("application/sdp", answer().getBytes()));
    callee.request("ACK");
    callee.respond(callee.request("BYE"), 200);
  }

  @Test
  public void delayedOfferPassesWithTheAnswerInTheAck() {
    SipMessage invite = caller.send(caller.invite(CALLEE, sbc.address(), ""), sbc.address());
    Arrival in = callee.request("INVITE");
    assertThat(in.message().body()).isEmpty();
    callee.respond(
        in, callee.answer(in, 200).body("application/sdp", Requests.goodOffer().getBytes()));
    SipMessage ok = caller.response(200, "INVITE");
    assertThat(Sdp.of(ok.body()).audio().orElseThrow().address()).contains("127.0.3.1");
    assertThat(callee.has(m -> m.method().equals("ACK"))).isFalse();
    caller.ack(Dialog.uac(invite, ok), invite, sbc.address(), answer());
    Arrival ack = callee.request("ACK");
    assertThat(Sdp.of(ack.message().body()).audio().orElseThrow().address()).contains("127.0.3.1");
  }

  @Test
  public void aReInvitePassesBothWays() {
    Call call = call();
    SipMessage re = caller.send(call.atCaller, "INVITE", sbc.address(), Requests.goodOffer());
    Arrival in = callee.request("INVITE");
    callee.respond(in, callee.answer(in, 200).body("application/sdp", answer().getBytes()));
    SipMessage ok = caller.response(200, "INVITE");
    caller.ack(call.atCaller, re, sbc.address(), "");
    callee.request("ACK");
    assertThat(ok.cseq()).isEqualTo(re.cseq());

    callee.send(call.atCallee, "INVITE", sbc.address(), Requests.goodOffer());
    Arrival back = caller.request("INVITE");
    caller.respond(back, 488);
    assertThat(callee.response(488, "INVITE").status()).hasValue(488);
    assertThat(sbc.calls()).isEqualTo(1);
  }

  @Test
  public void aReInviteThatTheProfileRefusesDoesNotReachTheFarEnd() {
    Call call = call();
    String iLbc = Requests.offer("iLBC", "AES_CM_128_HMAC_SHA1_80");
    caller.send(call.atCaller, "INVITE", sbc.address(), iLbc);
    caller.response(488, "INVITE");
    assertThat(callee.has(m -> m.method().equals("INVITE"))).isFalse();
    assertThat(sbc.calls()).isEqualTo(1);
  }

  @Test
  public void aSecondReInviteBeforeTheFirstIsAnsweredGets500() {
    Call call = call();
    caller.send(call.atCaller, "INVITE", sbc.address(), Requests.goodOffer());
    callee.request("INVITE");
    caller.send(call.atCaller, "INVITE", sbc.address(), Requests.goodOffer());
    assertThat(caller.response(500, "INVITE").first("Retry-After")).isPresent();
    callee.send(call.atCallee, "INVITE", sbc.address(), Requests.goodOffer());
    callee.response(491, "INVITE");
  }

  @Test
  public void anUpdatePasses() {
    Call call = call();
    caller.send(call.atCaller, "UPDATE", sbc.address(), Requests.goodOffer());
    Arrival in = callee.request("UPDATE");
    callee.respond(in, callee.answer(in, 200).body("application/sdp", answer().getBytes()));
    assertThat(caller.response(200, "UPDATE").hasSdp()).isTrue();
  }

  @Test
  public void withoutAnAckBothLegsAreHungUp() {
    invite();
    Arrival in = callee.request("INVITE");
    callee.respond(in, callee.answer(in, 200).body("application/sdp", answer().getBytes()));
    caller.response(200, "INVITE");
    caller.respond(caller.request("BYE"), 200);
    Arrival bye = callee.request("BYE");
    assertThat(bye.message().first("Reason")).contains("SIP;cause=408;text=\"no ACK\"");
    assertThat(sbc.calls()).isZero();
  }

  @Test
  public void aSilentFarEndIs408() {
    SipMessage invite = invite();
    callee.request("INVITE");
    assertThat(caller.finalResponse(invite).status()).hasValue(408);
    assertThat(sbc.calls()).isZero();
  }

  private void cancel(SipMessage invite) {
    caller.endpoint.send(
        io.parley.sip.RequestBuilder.cancel(invite), caller.transport, sbc.address());
  }

  private SipMessage invite() {
    return caller.send(caller.invite(CALLEE, sbc.address(), Requests.goodOffer()), sbc.address());
  }

  private record Call(Dialog atCaller, Dialog atCallee) {}

  private Call call() {
    SipMessage invite = invite();
    Arrival in = callee.request("INVITE");
    SipMessage given = callee.answer(in, 200).body("application/sdp", answer().getBytes()).build();
    callee.endpoint.respond(in, given);
    SipMessage ok = caller.response(200, "INVITE");
    callee.request("ACK");
    Dialog dialog = Dialog.uac(invite, ok);
    caller.ack(dialog, invite, sbc.address(), "");
    return new Call(dialog, Dialog.uas(in.message(), given));
  }

  private static String answer() {
    return Requests.goodOffer().replace("192.0.2.10", "192.0.2.20");
  }
}
