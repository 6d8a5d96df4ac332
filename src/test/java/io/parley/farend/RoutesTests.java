package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Calls in both directions through the embedded SBC, and calls that replace others. */
public class RoutesTests {
  private static final String USER = "+15550190000";
  private static final String BRANCH = "+15550100007";
  private static final NumberPlan PLAN =
      new NumberPlan(Map.of("caller", List.of(USER), "callee", List.of(BRANCH)));

  private Phone user;
  private Phone branch;
  private EmbeddedSbc sbc;
  private SipMessage invited;
  private SipMessage answered;

  private void start(String profile, Transport transport) {
    user = Phone.open("127.0.1.1", transport);
    branch = Phone.open("127.0.2.1", transport);
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get(profile).orElseThrow(),
                    new InetSocketAddress("127.0.3.1", 0),
                    Optional.of(branch.address()),
                    PLAN)
                .withNearEnd(user.address()));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    user.close();
    branch.close();
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP}, {Transport.TCP}};
  }

  @Test(dataProvider = "transports")
  public void theFarEndCallsAUserWhateverTheProfileWants(Transport transport) {
    start("teams-direct-routing", transport);
    // Teams would refuse this offer of clear RTP from the near side.
    SipMessage invite =
        branch.send(branch.invite(USER, sbc.address(), plainOffer()), sbc.address());
    Arrival in = user.request("INVITE");
    assertThat(in.message().requestUri()).contains(USER + "@127.0.1.1");
    assertThat(in.message().callId()).isNotEqualTo(invite.callId());
    user.respond(in, 486);
    assertThat(branch.finalResponse(invite).status()).hasValue(486);
  }

  @Test
  public void whatTheUserOffersWithinSuchACallIsJudged() {
    start("teams-direct-routing", Transport.UDP);
    SipMessage invite =
        branch.send(branch.invite(USER, sbc.address(), Requests.goodOffer()), sbc.address());
    Arrival in = user.request("INVITE");
    SipMessage ok =
        user.answer(in, 200).body("application/sdp", Requests.goodOffer().getBytes()).build();
    user.endpoint.respond(in, ok);
    SipMessage accepted = branch.response(200, "INVITE");
    branch.ack(Dialog.uac(invite, accepted), invite, sbc.address(), "");
    user.request("ACK");
    user.send(Dialog.uas(in.message(), ok), "INVITE", sbc.address(), plainOffer());
    assertThat(user.finalResponse().status()).hasValue(488);
  }

  @Test
  public void aCallOfTheFarEndToItselfComesBack() {
    start("sipconnect", Transport.UDP);
    SipMessage invite =
        branch.send(branch.invite(BRANCH, sbc.address(), plainOffer()), sbc.address());
    Arrival in = branch.request("INVITE");
    assertThat(in.message().callId()).isNotEqualTo(invite.callId());
    branch.respond(in, 486);
    assertThat(branch.finalResponse(invite).status()).hasValue(486);
  }

  @Test
  public void replacesIsTranslatedToTheOtherLeg() {
    start("sipconnect", Transport.UDP);
    Dialog mine = call();
    Arrival there = branch.request("ACK");
    String replaces =
        mine.callId() + ";to-tag=" + mine.remoteTag() + ";from-tag=" + mine.localTag();
    user.send(
        user.invite(BRANCH, sbc.address(), plainOffer()).header("Replaces", replaces),
        sbc.address());
    SipMessage came = branch.request("INVITE").message();
    assertThat(came.first("Replaces"))
        .contains(
            there.message().callId()
                + ";to-tag="
                + there.message().toTag().orElseThrow()
                + ";from-tag="
                + there.message().fromTag().orElseThrow());
  }

  @Test
  public void aDialogThatIsUnknownOrOverCannotBeReplaced() {
    start("sipconnect", Transport.UDP);
    Dialog mine = call();
    branch.request("ACK");
    String tags = ";to-tag=" + mine.remoteTag() + ";from-tag=" + mine.localTag();
    assertThat(replacing(branch, "nobody" + tags)).isEqualTo(481);
    assertThat(replacing(user, "nobody" + tags)).isEqualTo(481);
    assertThat(replacing(branch, mine.callId() + ";to-tag=x;from-tag=y")).isEqualTo(481);
    user.send(mine, "BYE", sbc.address(), "");
    user.response(200, "BYE");
    assertThat(replacing(branch, mine.callId() + tags)).isEqualTo(603);
  }

  @Test
  public void referIsForWhoAllowsIt() {
    start("teams-direct-routing", Transport.UDP);
    Dialog mine = call();
    branch.request("ACK");
    user.send(mine, "REFER", sbc.address(), "");
    assertThat(user.response(405, "REFER").first("Allow").orElse("")).doesNotContain("REFER");
    // Teams sends REFER where it does not take it.
    branch.send(Dialog.uas(invited, answered), "REFER", sbc.address(), "");
    user.respond(user.request("REFER"), 202);
    branch.response(202, "REFER");
  }

  @Test
  public void whatBecameOfATransferIsToldAfterTheCallHasEnded() {
    start("sipconnect", Transport.UDP);
    Dialog mine = call();
    branch.request("ACK");
    Dialog theirs = Dialog.uas(invited, answered);
    branch.send(theirs, "REFER", sbc.address(), "");
    user.respond(user.request("REFER"), 202);
    branch.response(202, "REFER");
    branch.send(theirs, "BYE", sbc.address(), "");
    user.respond(user.request("BYE"), 200);
    user.send(mine, "NOTIFY", sbc.address(), "");
    branch.respond(branch.request("NOTIFY"), 200);
    user.response(200, "NOTIFY");
    user.send(mine, "INFO", sbc.address(), "");
    user.response(481, "INFO");
  }

  @Test
  public void withoutATransferNothingIsToldAfterTheEnd() {
    start("sipconnect", Transport.UDP);
    Dialog mine = call();
    branch.request("ACK");
    user.send(mine, "BYE", sbc.address(), "");
    user.response(200, "BYE");
    user.send(mine, "NOTIFY", sbc.address(), "");
    user.response(481, "NOTIFY");
  }

  /** A call of the user to the branch that is up, at the user. */
  private Dialog call() {
    SipMessage invite =
        user.send(user.invite(BRANCH, sbc.address(), Requests.goodOffer()), sbc.address());
    Arrival in = branch.request("INVITE");
    invited = in.message();
    answered =
        branch.answer(in, 200).body("application/sdp", Requests.goodOffer().getBytes()).build();
    branch.endpoint.respond(in, answered);
    SipMessage ok = user.response(200, "INVITE");
    Dialog out = Dialog.uac(invite, ok);
    user.ack(out, invite, sbc.address(), "");
    return out;
  }

  private int replacing(Phone phone, String replaces) {
    SipMessage invite =
        phone.send(
            phone
                .invite(BRANCH, sbc.address(), plainOffer())
                .set("Call-ID", List.of(Ids.callId()))
                .header("Replaces", replaces),
            sbc.address());
    return phone.finalResponse(invite).status().orElse(0);
  }

  private static String plainOffer() {
    return Requests.goodOffer()
        .replace("RTP/SAVP", "RTP/AVP")
        .replaceAll("a=crypto:[^\r\n]*\r\n", "");
  }
}
