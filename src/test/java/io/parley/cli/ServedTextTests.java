package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.farend.SbcObserver;
import io.parley.profile.Judged;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.report.Secrets;
import io.parley.run.ExitCode;
import io.parley.run.ServeOutcome;
import io.parley.serve.CallLogs;
import io.parley.serve.ServeEvent;
import io.parley.serve.ServedCall;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

/** What {@code parley serve} prints, clock times replaced. */
public class ServedTextTests {
  private static final String INVITE =
      """
      INVITE sip:5550100000@127.0.0.1 SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK-1
      From: <sip:+15550190000@127.0.0.1:5070>;tag=1
      To: <sip:5550100000@127.0.0.1>
      Call-ID: one
      CSeq: 1 INVITE
      Contact: <sip:a@127.0.0.1:5070>
      Max-Forwards: 70
      Content-Type: application/sdp
      Content-Length: %d

      """;
  private static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 127.0.0.1
      s=-
      c=IN IP4 0.0.0.0
      t=0 0
      m=audio 6000 RTP/AVP 97 0
      a=rtpmap:97 iLBC/8000
      """;

  private final Profile profile = Profiles.shipped().get("teams-media-bypass").orElseThrow();

  private List<ServedCall> judged(String invite) {
    List<ServedCall> out = new ArrayList<>();
    SbcObserver logs =
        new CallLogs(
            profile,
            new AtomicInteger(),
            e -> {
              if (e instanceof ServeEvent.Judged judged) {
                out.add(judged.call());
              }
            });
    byte[] bytes = invite.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Flow flow =
        new Flow(
            Transport.UDP,
            new InetSocketAddress("127.0.0.1", 5060),
            new InetSocketAddress("127.0.0.1", 5070));
    SipMessage message = SipMessage.of(bytes);
    Arrival arrival = new Arrival(new Frame(Instant.EPOCH, Frame.Way.IN, flow, bytes), message);
    Judged request = Judged.of(message);
    logs.judged(arrival, profile.judge(request), profile.objections(request));
    return out;
  }

  private static String text(List<ServedCall> calls) {
    ServedText text = new ServedText(new Palette(false), Secrets.MASKED);
    List<String> lines = new ArrayList<>();
    calls.forEach(c -> lines.addAll(text.lines(c)));
    return String.join("\n", lines).replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d", "HH:MM:SS") + "\n";
  }

  @Test
  public void everyBrokenRuleIsShownWithItsLine() {
    String sdp = SDP.replace("\n", "\r\n");
    GoldenFile.assertEquals(
        "cli/serve-refused.txt", text(judged(INVITE.formatted(sdp.length()) + SDP)));
  }

  @Test
  public void keysAndNumbersAreMasked() {
    String sdp =
        SDP.replace("RTP/AVP", "RTP/SAVP") + "a=crypto:1 F8_128_HMAC_SHA1_80 inline:c2VjcmV0\n";
    String invite = INVITE.formatted(sdp.replace("\n", "\r\n").length()) + sdp;
    ServedText text = new ServedText(new Palette(false), new Secrets(false, true));
    String shown = String.join("\n", text.lines(judged(invite).get(0)));
    assertThat(shown).contains("no-common-suite").doesNotContain("c2VjcmV0", "+15550190000");
  }

  @Test
  public void aPeerCannotSteerTheTerminal() {
    String evil = INVITE.replace("sip:5550100000@", "sip:\u001b[2J@").formatted(0);
    assertThat(text(judged(evil))).contains("\\x1b[2J").doesNotContain("\u001b");
  }

  /**
   * Characters are bytes here: of UTF-8 (U+202E turns the writing around), and CSI as C1 has it.
   */
  @Test
  public void norTheDirectionOfTheWriting() {
    String evil =
        INVITE.replace("sip:5550100000@", "sip:\u00e2\u0080\u00aegnp\u009b2J@").formatted(0);
    assertThat(text(judged(evil)).replaceAll("[\\n\\P{C}]", "")).isEmpty();
  }

  @Test
  public void noLineIsEndless() {
    String evil = INVITE.replace("sip:5550100000@", "sip:" + "9".repeat(50_000) + "@").formatted(0);
    assertThat(text(judged(evil)).lines()).allMatch(l -> l.length() < 1000);
  }

  /** The line is counted from the start of the SDP, wherever that is in the body. */
  @Test
  public void theLineOfAnOfferInAMultipartBodyIsFound() {
    String body =
        "--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: application/sdp\n\n"
            + SDP
            + "--b--\n";
    String invite =
        INVITE
                .replace("application/sdp", "multipart/mixed;boundary=b")
                .formatted(body.replace("\n", "\r\n").length())
            + body;
    assertThat(text(judged(invite))).contains("SDP line 6: m=audio 6000 RTP/AVP 97 0");
  }

  @Test
  public void theEndIsSummedUp() {
    ServeOutcome outcome =
        new ServeOutcome(
            ExitCode.FAILED,
            3,
            2,
            7,
            2,
            1,
            250,
            Duration.ofMillis(61_500),
            Map.of("junit", Path.of("reports/junit.xml")));
    assertThat(new ServedText(new Palette(false), Secrets.MASKED).end(outcome))
        .containsExactly(
            "3 calls in 61.5 s: 2 accepted, 1 not; 7 OPTIONS answered",
            "2 times OPTIONS of an SBC were refused, or did not come any more: see above",
            "1 more were served and are in no report: too many at a time",
            "250 messages were not read: their senders were too fast",
            "junit     reports/junit.xml");
  }
}
