package io.parley.match;

import static io.parley.match.Checks.AT;
import static io.parley.match.Checks.header;
import static io.parley.match.Checks.inferred;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.model.CodecsCheck.Exactly;
import io.parley.model.Evidence;
import io.parley.model.HeaderCheck;
import io.parley.model.HeaderMatch.Absent;
import io.parley.model.HeaderMatch.Contains;
import io.parley.model.HeaderMatch.Search;
import io.parley.model.ReceiveStep;
import io.parley.model.SdpExpectation;
import io.parley.model.StatusPattern;
import io.parley.sip.SipMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.testng.annotations.Test;

public class ClosestTests {
  private static final String INVITE = "INVITE sip:b@example.com SIP/2.0";

  @Test
  public void theNearestMessageIsFound() {
    List<SipMessage> received =
        List.of(
            Messages.response("100 Trying"),
            Messages.response("404 Not Found"),
            Messages.response("486 Busy Here"),
            Messages.response("486 Busy Here"));
    ReceiveStep.Response step =
        receive(Checks.codes(486), header("Reason", new Search("cause=17")));
    Closest closest =
        Closest.among(received, m -> ResponseMatcher.match(step, "INVITE", m, SdpContext.UNKNOWN))
            .orElseThrow();
    assertThat(closest.index()).isEqualTo(2);
    assertThat(closest.match().distance()).isEqualTo(1);
  }

  @Test
  public void aResponseOfTheRightClassIsNearerThanAnother() {
    ReceiveStep.Response step = receive(Checks.codes(486));
    List<SipMessage> received =
        List.of(Messages.response("200 OK"), Messages.response("404 Not Found"));
    assertThat(
            Closest.among(
                    received, m -> ResponseMatcher.match(step, "INVITE", m, SdpContext.UNKNOWN))
                .orElseThrow()
                .message()
                .status())
        .hasValue(404);
  }

  @Test
  public void nothingReceivedIsNothingClose() {
    assertThat(Closest.among(List.of(), m -> new Match(List.of()))).isEmpty();
  }

  @Test
  public void aResponseToAnotherRequestIsFarOff() {
    SipMessage bye =
        SipMessage.of("SIP/2.0 200 OK\r\nCSeq: 2 BYE\r\nCall-ID: c1\r\nContent-Length: 0\r\n\r\n");
    Match match =
        ResponseMatcher.match(receive(Checks.codes(200)), "INVITE", bye, SdpContext.UNKNOWN);
    assertThat(match.differences())
        .singleElement()
        .extracting(Difference::actual)
        .isEqualTo("found CSeq '2 BYE'");
  }

  @Test
  public void aStatusThatDiffersIsMarked() {
    ReceiveStep.Response step =
        receive(Checks.codes(488, 606), header("Warning", new Contains("305")));
    SipMessage message = Messages.withSdp("SIP/2.0 200 OK", Messages.SDP, "Server: sbc");
    golden("status", ResponseMatcher.match(step, "INVITE", message, SdpContext.UNKNOWN), message);
  }

  @Test
  public void aRequestIsMarkedLineByLine() {
    SdpExpectation offer = Checks.codecs(new Exactly(Checks.codecs("PCMU")));
    ReceiveStep.Request step =
        new ReceiveStep.Request(
            AT,
            "callee",
            "INVITE",
            false,
            Optional.empty(),
            List.of(header("Privacy", new Absent()), header("Subject", new Search("^x$"))),
            Optional.of(offer),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SipMessage message = Messages.withSdp(INVITE, Messages.SDP, "Privacy: id", "Subject: x");
    golden("request", RequestMatcher.match(step, message, SdpContext.UNKNOWN), message);
  }

  @Test
  public void keysAndDigestsAreMasked() {
    SipMessage message =
        Messages.withSdp(
            INVITE,
            Messages.SDP.replace("RTP/AVP", "RTP/SAVP")
                + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VjcmV0LWtleQ==|2^31\n"
                + "a=ice-ufrag:open\na=ice-pwd:secret-password\n",
            "Authorization: Digest username=\"u\", response=\"0123456789abcdef\", nonce=\"n\"");
    Match match =
        new Match(
            SdpMatcher.match(Checks.srtp("none"), SdpRole.OFFER, message, SdpContext.UNKNOWN));
    assertThat(SideBySide.render(match, message))
        .doesNotContain("c2VjcmV0", "secret-password", "0123456789abcdef");
    golden("secrets", match, message);
  }

  @Test
  public void aNoteIsMarkedAsANote() {
    SipMessage message = Messages.response("488 Not Acceptable Here");
    OutcomeMatch result =
        OutcomeMatcher.match(
            Checks.any(
                Evidence.DOCUMENTED, Checks.outcome(488, inferred("Warning", new Contains("305")))),
            message,
            SdpContext.UNKNOWN,
            false);
    golden("note", result.match(), message);
  }

  @Test
  public void anyBytesCanBeComparedAndShown() {
    ReceiveStep.Response step = receive(Checks.codes(488), header("Reason", new Contains("SIP")));
    Random random = new Random(3261);
    byte[] seed = Messages.withSdp("SIP/2.0 488 No", Messages.SDP, "Reason: SIP;cause=488").bytes();
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = Arrays.copyOf(seed, random.nextInt(seed.length + 1));
      for (int i = 0; i < 6 && bytes.length > 0; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      SipMessage message = SipMessage.of(bytes);
      Match match = ResponseMatcher.match(step, "INVITE", message, SdpContext.UNKNOWN);
      assertThat(SideBySide.render(match, message)).startsWith("expectation").endsWith("\n");
    }
  }

  @Test
  public void theLastHeaderOfACutMessageIsFound() {
    SipMessage cut = SipMessage.of("SIP/2.0 488 No\r\nCSeq: 1 INVITE\r\nReason: SIP;cause=1");
    assertThat(HeaderMatcher.match(header("Reason", new Contains("SIP")), cut).line()).isEqualTo(3);
  }

  @Test
  public void controlCharactersAreNotPrinted() {
    SipMessage message = Messages.response("488 No", "Subject: \u001b[31mred \u00c3\u00a9");
    assertThat(SideBySide.render(new Match(List.of()), message)).contains("\u00b7[31mred \u00e9");
  }

  private static void golden(String name, Match match, SipMessage message) {
    GoldenFile.assertEquals("match/" + name + ".txt", SideBySide.render(match, message));
  }

  private static ReceiveStep.Response receive(List<StatusPattern> status, HeaderCheck... headers) {
    return new ReceiveStep.Response(
        AT,
        "caller",
        Optional.empty(),
        status,
        false,
        Optional.empty(),
        List.of(headers),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
