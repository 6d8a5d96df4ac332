package io.parley.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.certify.State;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Faults of phones, each put into messages that are good but for it. */
public class FaultyPhoneTests extends PlayedPhone {
  @Test
  public void aGoodCallShowsAllThatItCan() {
    answered("1001", SDP);
    hungUp("1001", 2);
    assertThat(trial.result().results())
        .filteredOn(r -> r.state() == State.NOT_MET)
        .as("%s", told)
        .isEmpty();
    assertThat(result("call").state()).isEqualTo(State.MET);
    assertThat(result("codecs").state()).isEqualTo(State.MET);
    assertThat(trial.result().userAgent()).contains("baresip v1.0.0 (x86_64/linux)");
  }

  /** A change of a good INVITE, the requirement that it breaks, and how that is said. */
  @DataProvider
  public Object[][] changes() {
    return new Object[][] {
      {"AVP 0 8 101", "AVP 8 0 101", "codecs", "expected PCMU, PCMA, found PCMA, PCMU"},
      {"AVP 0 8 101", "AVP 0 101", "codecs", "found PCMU in"},
      {"AVP 0 8 101", "AVP 0 8", "dtmf-methods", "found no telephone-event"},
      {"101", "96", "dtmf-payload-type", "expected 101, found 96"},
      {"ptime:20", "ptime:30", "ptime", "expected 20, found 30"},
      {"RTP/AVP", "RTP/SAVP", "srtp-mode", "expected off, found mandatory"},
      {"a=ptime:20", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VjcmV0", "srtp-mode", "optional"},
      {"baresip v1", "Other 2", "headers-user-agent", "found Other 2"},
      {",REFER", "", "headers-allow", "MESSAGE in 'Allow: "},
      {"Supported: gruu\n", "", "headers-supported", "no Supported in its INVITE"},
      {"m=audio 6000", "m=video 6000", "codecs", "an offer without one"},
      {"c=IN IP4 127.0.0.9", "c=IN IP6 ::1", "far-end", "refused 488"}
    };
  }

  @Test(dataProvider = "changes")
  public void whatAnInviteSaysOtherwiseIsTold(
      String from, String to, String requirement, String reason) {
    String invite = invite("1001", SDP);
    assertThat(invite).contains(from);
    in(invite.replace(from, to));
    assertBroken(requirement, reason);
  }

  @Test
  public void anotherTransportThanTheFirstIsTold() {
    crossed(Frame.Way.IN, Transport.TCP, invite("1001", SDP));
    assertBroken("transport", "expected udp, tcp, tls, found tcp");
  }

  @Test
  public void aKeyNeverStandsInAReason() {
    in(invite("1001", SDP.replace("ptime:20", "crypto:1 NEW inline:c2VjcmV0")));
    assertThat(told.toString() + trial.result()).doesNotContain("c2VjcmV0");
  }

  @Test
  public void aCallThatIsNotHeldIsNotShownToHold() {
    answered("1008", SDP);
    hungUp("1008", 2);
    assertBroken("hold", "expected a re-INVITE that holds");
    assertBroken("hold", "its last message was: BYE sip:1008@127.0.0.8 SIP/2.0");
  }

  @Test
  public void aVersionThatDoesNotGrowIsTold() {
    answered("1008", SDP);
    changed(2, SDP.replace("sendrecv", "sendonly").replace("7 1 IN", "7 2 IN"));
    changed(3, SDP.replace("7 1 IN", "7 2 IN"));
    hungUp("1008", 4);
    assertBroken("hold", "expected o= with id 7 and version 3, found id 7 and version 2");
  }

  @Test
  public void aStepThatIsTriedAgainCountsTheLastTime() {
    answered("1008", SDP);
    hungUp("1008", 2);
    answered("1008", SDP);
    changed(2, SDP.replace("sendrecv", "inactive").replace("7 1 IN", "7 2 IN"));
    changed(3, SDP.replace("7 1 IN", "7 3 IN"));
    hungUp("1008", 4);
    assertThat(result("hold").state()).isEqualTo(State.MET);
    assertThat(trial.result().remarks()).hasSize(1);
    assertThat(trial.result().remarks().get(0)).startsWith("hold was tried again; before: ");
  }

  private void changed(int cseq, String sdp) {
    String body = "Content-Type: application/sdp\n\n" + sdp;
    in(request("INVITE", "1008", cseq, ";tag=s", body));
    out(response(200, cseq, "INVITE", sdp));
    in(request("ACK", "1008", cseq, ";tag=s", "\n"));
  }

  /** When the copy of the INVITE comes, in milliseconds; none = 0. */
  @DataProvider
  public Object[][] copies() {
    return new Object[][] {
      {0, "no copy of it"}, {100, "again after 100 ms"}, {1900, "again after 1900 ms"}, {500, ""}
    };
  }

  @Test(dataProvider = "copies")
  public void anInviteIsRepeatedByTimerA(int millis, String reason) {
    in(invite("1007", SDP));
    after(millis);
    if (millis > 0) {
      in(invite("1007", SDP));
    }
    after(2000 - millis);
    out(response(200, 1, "INVITE", SDP));
    in(request("ACK", "1007", 1, ";tag=s", "\n"));
    hungUp("1007", 2);
    if (reason.isEmpty()) {
      assertThat(result("first-response-lost").state()).isEqualTo(State.MET);
    } else {
      assertBroken("first-response-lost", reason);
    }
  }

  @Test
  public void aNumberOfNobodyIsNoStep() {
    in(invite("4711", SDP));
    assertThat(trial.treatment(SipMessage.of(invite("4711", SDP))).orElseThrow().refusal())
        .map(r -> r.status())
        .contains(404);
    assertThat(told.toString()).contains("none of the numbers here");
  }

  @Test
  public void aCallThatNobodyEndsIsGivenUp() {
    answered("1001", SDP);
    after(TrialTimes.USUAL.patience().toMillis() + 1000);
    trial.sweep(clock);
    assertBroken("call", "expected a BYE");
  }
}
