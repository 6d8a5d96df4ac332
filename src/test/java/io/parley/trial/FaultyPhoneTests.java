package io.parley.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.certify.RequirementResult;
import io.parley.certify.State;
import io.parley.phone.Phones;
import io.parley.phone.SrtpMode;
import io.parley.profile.Profiles;
import io.parley.report.Secrets;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Faults of phones, each put into messages that are good but for it. */
public class FaultyPhoneTests {
  private static final String SDP =
      """
      v=0
      o=- 7 1 IN IP4 127.0.0.9
      s=-
      c=IN IP4 127.0.0.9
      t=0 0
      m=audio 6000 RTP/AVP 0 8 101
      a=rtpmap:0 PCMU/8000
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=ptime:20
      a=sendrecv
      """;

  private final List<TrialEvent> told = new ArrayList<>();
  private Trial trial;
  private Instant clock;

  @BeforeMethod
  public void begin() {
    told.clear();
    clock = Instant.parse("2026-01-01T10:00:00Z");
    trial =
        new Trial(
            new TrialSettings(
                Phones.standard().find("baresip", new Problems()).orElseThrow(),
                SrtpMode.OFF,
                Profiles.shipped().get("sipconnect").orElseThrow(),
                Set.of(Transport.UDP, Transport.TCP),
                TrialTimes.USUAL,
                new Secrets(false, false)),
            told::add);
  }

  private void crossed(Frame.Way way, Transport transport, String text) {
    Flow flow =
        new Flow(
            transport,
            new InetSocketAddress("127.0.0.8", 5060),
            new InetSocketAddress("127.0.0.9", 5060));
    SipMessage m = SipMessage.of(text.replace("\n", "\r\n"));
    trial.crossed(new Frame(clock, way, flow, m.bytes()), m);
  }

  private void in(String text) {
    crossed(Frame.Way.IN, Transport.UDP, text);
  }

  private void out(String text) {
    crossed(Frame.Way.OUT, Transport.UDP, text);
  }

  private void after(long millis) {
    clock = clock.plusMillis(millis);
  }

  private static String request(String method, String number, int cseq, String toTag, String more) {
    return """
        %s sip:%s@127.0.0.8 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.9:5060;branch=z9hG4bK-%d
        From: <sip:2001@127.0.0.8>;tag=p
        To: <sip:%s@127.0.0.8>%s
        Call-ID: one
        CSeq: %d %s
        Contact: <sip:2001@127.0.0.9>
        User-Agent: baresip v1.0.0 (x86_64/linux)
        Allow: INVITE,ACK,BYE,CANCEL,OPTIONS,NOTIFY,SUBSCRIBE,INFO,MESSAGE,REFER
        Supported: gruu
        """
            .formatted(method, number, cseq, number, toTag, cseq, method)
        + more;
  }

  private static String invite(String number, String sdp) {
    return request("INVITE", number, 1, "", "Content-Type: application/sdp\n\n" + sdp);
  }

  private static String response(int status, int cseq, String method, String sdp) {
    return """
        SIP/2.0 %d Fine
        Via: SIP/2.0/UDP 127.0.0.9:5060;branch=z9hG4bK-%d
        From: <sip:2001@127.0.0.8>;tag=p
        To: <sip:x@127.0.0.8>;tag=s
        Call-ID: one
        CSeq: %d %s
        """
            .formatted(status, cseq, cseq, method)
        + (sdp.isEmpty() ? "\n" : "Content-Type: application/sdp\n\n" + sdp);
  }

  private void answered(String number, String sdp) {
    in(invite(number, sdp));
    out(response(200, 1, "INVITE", sdp));
    in(request("ACK", number, 1, ";tag=s", "\n"));
  }

  private void hungUp(String number, int cseq) {
    in(request("BYE", number, cseq, ";tag=s", "\n"));
    out(response(200, cseq, "BYE", ""));
    after(1000);
    trial.sweep(clock);
  }

  private RequirementResult result(String id) {
    return trial.result().results().stream()
        .filter(r -> r.requirement().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void assertBroken(String id, String reason) {
    assertThat(result(id).state()).as("%s", told).isEqualTo(State.NOT_MET);
    assertThat(result(id).reason().orElse("")).contains(reason);
  }

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
  public void aRegistrationThatRunsOutIsTold() {
    registered("Expires: 3600\n");
    assertThat(result("register").state()).isEqualTo(State.MET);
    after(62_000);
    trial.sweep(clock);
    assertBroken("register-refresh", "expected a REGISTER within the 60 s granted, found none");
  }

  @Test
  public void anotherExpiresIsTold() {
    registered("Expires: 600\n");
    assertBroken("registration-expires", "expected 3600, found 600");
  }

  @Test
  public void wrongCredentialsAreToldAndCanBeMended() {
    in(register(1, "Expires: 3600\n"));
    out(response(401, 1, "REGISTER", ""));
    in(register(2, "Expires: 3600\nAuthorization: Digest username=\"x\"\n"));
    out(response(401, 2, "REGISTER", ""));
    assertBroken("register", "found wrong credentials");
    registered("Expires: 3600\n");
    assertThat(result("register").state()).isEqualTo(State.MET);
    assertThat(trial.result().remarks().get(0)).contains("wrong credentials");
  }

  private void registered(String more) {
    in(register(1, more));
    out(response(401, 1, "REGISTER", ""));
    in(register(2, more + "Authorization: Digest username=\"parley\"\n"));
    String contact = "Contact: <sip:2001@127.0.0.9>;expires=60\n\n";
    out(response(200, 2, "REGISTER", "").stripTrailing() + "\n" + contact);
  }

  private static String register(int cseq, String more) {
    return request("REGISTER", "2001", cseq, "", more + "\n");
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
