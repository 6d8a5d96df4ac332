package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Reliable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What passes before the answer: reliable responses, PRACK, UPDATE, forks. */
public class EarlyDialogTests {
  private static final String CALLEE = "+15550100007";

  private Phone caller;
  private Phone callee;
  private EmbeddedSbc sbc;
  private SipMessage invite;
  private Arrival in;

  @BeforeMethod
  public void open() {
    caller = Phone.open("127.0.1.1");
    callee = Phone.open("127.0.2.1");
    start("sipconnect");
  }

  private void start(String profile) {
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                Profiles.shipped().get(profile).orElseThrow(),
                new InetSocketAddress("127.0.3.1", 0),
                Optional.of(callee.address()),
                Requests.PLAN));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    caller.close();
    callee.close();
  }

  private void invite(String header) {
    RequestBuilder request = caller.invite(CALLEE, sbc.address(), Requests.goodOffer());
    invite = caller.send(request.header(header, "100rel"), sbc.address());
    in = callee.request("INVITE");
  }

  private ResponseBuilder reliable(int status, String tag, long rseq) {
    return callee
        .answer(in, status)
        .toTag(tag)
        .header("Require", "100rel")
        .header("RSeq", Long.toString(rseq));
  }

  private static byte[] answer() {
    return Requests.goodOffer().replace("192.0.2.10", "192.0.2.20").getBytes();
  }

  private RequestBuilder prack(Dialog dialog, String rack) {
    return dialog.request("PRACK").via(caller.transport, caller.address()).header("RAck", rack);
  }

  private static String rack(SipMessage response) {
    return Reliable.of(response).orElseThrow().rack();
  }

  @Test
  public void whatTheCallerSaysOfReliabilityPasses() {
    invite("Supported");
    assertThat(in.message().first("Supported")).contains("100rel");
    invite("Require");
    assertThat(in.message().first("Require")).contains("100rel");
  }

  @Test
  public void itDoesNotWhereTheProfileHasNoPrack() {
    sbc.close();
    start("teams-direct-routing");
    invite("Supported");
    assertThat(in.message().first("Supported")).isEmpty();
    caller.send(
        caller
            .invite(CALLEE, sbc.address(), Requests.goodOffer())
            .header("Require", "100rel, precondition"),
        sbc.address());
    assertThat(caller.response(420, "INVITE").list("Unsupported"))
        .containsExactly("100rel", "precondition");
  }

  @Test
  public void aReliableResponseIsNumberedAnewAndItsPrackFindsBack() {
    invite("Supported");
    callee.respond(in, reliable(183, "b", 77).body("application/sdp", answer()));
    SipMessage progress = caller.response(183, "INVITE");
    assertThat(progress.first("Require")).contains("100rel");
    assertThat(progress.first("RSeq").orElse("77")).isNotEqualTo("77");
    assertThat(Sdp.of(progress.body()).audio().orElseThrow().address()).contains("127.0.3.1");
    caller.send(prack(Dialog.uac(invite, progress), rack(progress)), sbc.address());
    Arrival prack = callee.request("PRACK");
    assertThat(prack.message().first("RAck")).contains("77 1 INVITE");
    assertThat(prack.message().toTag()).contains("b");
    callee.respond(prack, 202);
    caller.response(202, "PRACK");
  }

  @Test
  public void copiesAndWhatIsOutOfOrderGoNoFurther() {
    invite("Supported");
    callee.respond(in, reliable(180, "b", 5));
    SipMessage first = caller.response(180, "INVITE");
    callee.respond(in, reliable(180, "b", 5));
    callee.respond(in, reliable(182, "b", 9));
    callee.respond(in, reliable(183, "b", 6));
    SipMessage second = caller.response(183, "INVITE");
    long one = Reliable.of(first).orElseThrow().rseq();
    assertThat(Reliable.of(second).orElseThrow().rseq()).isEqualTo(one + 1);
    assertThat(caller.has(m -> m.status().orElse(0) == 182)).isFalse();
  }

  @Test
  public void aPrackForNothingIsRefusedAndOneThatCameBeforeToo() {
    invite("Supported");
    callee.respond(in, reliable(180, "b", 5));
    SipMessage ringing = caller.response(180, "INVITE");
    Dialog dialog = Dialog.uac(invite, ringing);
    caller.send(prack(dialog, "1 1 INVITE"), sbc.address());
    caller.response(481, "PRACK");
    assertThat(callee.has(m -> m.method().equals("PRACK"))).isFalse();
    caller.send(prack(dialog, rack(ringing)), sbc.address());
    callee.respond(callee.request("PRACK"), 200);
    caller.response(200, "PRACK");
    caller.send(prack(dialog, rack(ringing)), sbc.address());
    caller.response(481, "PRACK");
  }

  @Test
  public void reliabilityThatNobodyAskedForEndsHere() {
    invite("X-Nothing");
    callee.respond(in, reliable(183, "b", 5).body("application/sdp", answer()));
    SipMessage progress = caller.response(183, "INVITE");
    assertThat(progress.first("RSeq")).isEmpty();
    assertThat(progress.first("Require")).isEmpty();
    Arrival prack = callee.request("PRACK");
    assertThat(prack.message().first("RAck")).contains("5 1 INVITE");
    callee.respond(prack, 200);
    callee.respond(in, callee.answer(in, 200).toTag("b").body("application/sdp", answer()));
    caller.response(200, "INVITE");
  }

  @Test
  public void anUpdateBeforeTheOfferIsAnsweredIsRefusedOnBothLegs() {
    invite("Supported");
    callee.respond(in, callee.answer(in, 180).toTag("b"));
    Dialog near = Dialog.uac(invite, caller.response(180, "INVITE"));
    caller.send(near, "UPDATE", sbc.address(), Requests.goodOffer());
    assertThat(caller.response(500, "UPDATE").first("Retry-After")).isPresent();
    Dialog far = Dialog.uas(in.message(), callee.answer(in, 180).toTag("b").build());
    callee.send(far, "UPDATE", sbc.address(), Requests.goodOffer());
    callee.response(491, "UPDATE");
    assertThat(caller.has(m -> m.method().equals("UPDATE") && m.isRequest())).isFalse();
    caller.send(near, "UPDATE", sbc.address(), "");
    callee.respond(callee.request("UPDATE"), 200);
    caller.response(200, "UPDATE");
  }

  @Test
  public void onceItIsAnsweredReliablyAnUpdatePasses() {
    invite("Supported");
    callee.respond(in, reliable(183, "b", 5).body("application/sdp", answer()));
    SipMessage progress = caller.response(183, "INVITE");
    Dialog near = Dialog.uac(invite, progress);
    caller.send(prack(near, rack(progress)), sbc.address());
    callee.respond(callee.request("PRACK"), 200);
    caller.response(200, "PRACK");
    caller.send(near, "UPDATE", sbc.address(), Requests.goodOffer());
    Arrival update = callee.request("UPDATE");
    Dialog far = Dialog.uas(in.message(), reliable(183, "b", 5).build());
    callee.send(far, "UPDATE", sbc.address(), Requests.goodOffer());
    callee.response(491, "UPDATE");
    callee.respond(update, callee.answer(update, 200).body("application/sdp", answer()));
    assertThat(caller.response(200, "UPDATE").hasSdp()).isTrue();
    callee.send(far, "UPDATE", sbc.address(), Requests.goodOffer());
    caller.request("UPDATE");
  }

  @Test
  public void anUpdateInOneForkReachesThatFork() {
    invite("Supported");
    callee.respond(in, reliable(183, "desk", 5).body("application/sdp", answer()));
    SipMessage desk = caller.response(183, "INVITE");
    callee.respond(in, reliable(182, "mobile", 900).body("application/sdp", answer()));
    SipMessage mobile = caller.response(182, "INVITE");
    assertThat(mobile.toTag()).isNotEqualTo(desk.toTag());
    caller.send(prack(Dialog.uac(invite, mobile), rack(mobile)), sbc.address());
    Arrival prack = callee.request("PRACK");
    assertThat(prack.message().toTag()).contains("mobile");
    assertThat(prack.message().first("RAck")).contains("900 1 INVITE");
    callee.respond(prack, 200);
    caller.response(200, "PRACK");
    Dialog first = Dialog.uac(invite, desk);
    caller.send(prack(first, rack(desk)), sbc.address());
    callee.respond(callee.next(m -> m.text().contains("RAck: 5 1"), "PRACK of desk"), 200);
    caller.send(first, "UPDATE", sbc.address(), Requests.goodOffer());
    assertThat(callee.request("UPDATE").message().toTag()).contains("desk");
    callee.respond(in, callee.answer(in, 200).toTag("mobile"));
    assertThat(caller.response(200, "INVITE").toTag()).isEqualTo(mobile.toTag());
    caller.send(first, "UPDATE", sbc.address(), "");
    caller.response(481, "UPDATE");
  }

  @Test
  public void aSecondAnswerIsAcknowledgedAndHungUp() {
    invite("Supported");
    callee.respond(in, callee.answer(in, 200).toTag("desk").body("application/sdp", answer()));
    caller.response(200, "INVITE");
    callee.request("ACK");
    callee.respond(in, callee.answer(in, 200).toTag("mobile").body("application/sdp", answer()));
    assertThat(
            callee
                .next(
                    m -> m.method().equals("ACK") && m.toTag().equals(Optional.of("mobile")), "ACK")
                .message()
                .cseq())
        .hasValue(1);
    Arrival bye = callee.request("BYE");
    assertThat(bye.message().toTag()).contains("mobile");
    callee.respond(bye, 200);
    assertThat(sbc.calls()).isEqualTo(1);
  }

  @Test
  public void extensionRequiredPassesWithItsRequire() {
    invite("X-Nothing");
    callee.respond(in, callee.answer(in, 421).header("Require", "100rel"));
    SipMessage refusal = caller.finalResponse(invite);
    assertThat(refusal.status()).hasValue(421);
    assertThat(refusal.first("Require")).contains("100rel");
  }
}
