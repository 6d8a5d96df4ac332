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

/** A trial of a phone that is played by hand, message by message. */
abstract class PlayedPhone {
  static final String SDP =
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
  final List<TrialEvent> told = new ArrayList<>();
  Trial trial;
  Instant clock;

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

  void crossed(Frame.Way way, Transport transport, String text) {
    Flow flow =
        new Flow(
            transport,
            new InetSocketAddress("127.0.0.8", 5060),
            new InetSocketAddress("127.0.0.9", 5060));
    SipMessage m = SipMessage.of(text.replace("\n", "\r\n"));
    trial.crossed(new Frame(clock, way, flow, m.bytes()), m);
  }

  void in(String text) {
    crossed(Frame.Way.IN, Transport.UDP, text);
  }

  void out(String text) {
    crossed(Frame.Way.OUT, Transport.UDP, text);
  }

  void after(long millis) {
    clock = clock.plusMillis(millis);
  }

  static String request(String method, String number, int cseq, String toTag, String more) {
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

  static String invite(String number, String sdp) {
    return request("INVITE", number, 1, "", "Content-Type: application/sdp\n\n" + sdp);
  }

  static String response(int status, int cseq, String method, String sdp) {
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

  void answered(String number, String sdp) {
    in(invite(number, sdp));
    out(response(200, 1, "INVITE", sdp));
    in(request("ACK", number, 1, ";tag=s", "\n"));
  }

  void hungUp(String number, int cseq) {
    in(request("BYE", number, cseq, ";tag=s", "\n"));
    out(response(200, cseq, "BYE", ""));
    after(1000);
    trial.sweep(clock);
  }

  RequirementResult result(String id) {
    return trial.result().results().stream()
        .filter(r -> r.requirement().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  void assertBroken(String id, String reason) {
    assertThat(result(id).state()).as("%s", told).isEqualTo(State.NOT_MET);
    assertThat(result(id).reason().orElse("")).contains(reason);
  }
}
