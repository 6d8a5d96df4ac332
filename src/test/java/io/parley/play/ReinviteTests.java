package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Direction;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sdp.Specs;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Offers within a call, on real sockets, at a target that behaves as the test says. */
public class ReinviteTests {
  private static final Transport UDP = Transport.UDP;
  private static final OfferSpec SECURE =
      Specs.spec().codecs("PCMA").sdes("AES_CM_128_HMAC_SHA1_80").get();

  @Test
  public void aHoldRaisesTheVersionAndKeepsTheKey() {
    OfferSpec hold = Specs.spec().direction(Direction.SENDONLY).get().on("actor");
    CaseResult result =
        FakeTarget.play(
            new AnsweringPeer(),
            TestCases.script(
                "hold",
                List.of(
                    offer(SECURE),
                    TestCases.receive("caller", 200),
                    offer(hold),
                    TestCases.receive("caller", 200),
                    TestCases.send("caller", "BYE"),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    List<Sdp> offers =
        result.transcript().stream()
            .map(TranscriptEntry::message)
            .filter(m -> m.isRequest() && m.method().equals("INVITE"))
            .map(m -> Sdp.of(m.body()))
            .toList();
    assertThat(offers).hasSize(2);
    Sdp first = offers.get(0);
    Sdp second = offers.get(1);
    assertThat(second.origin()).contains(first.origin().orElseThrow().next());
    assertThat(second.audio().orElseThrow().cryptos().get(0).keyParams())
        .isEqualTo(first.audio().orElseThrow().cryptos().get(0).keyParams());
    assertThat(second.audio().orElseThrow().codecs().get(0).name()).isEqualTo("PCMA");
    assertThat(second.audio().orElseThrow().direction()).isEqualTo(Direction.SENDONLY);
  }

  @DataProvider
  public Object[][] origins() {
    return new Object[][] {
      {"the same version", 0L, 0L, "SDP differs: expected version 2 in o=", "version 1 again"},
      {"a lower version", 0L, -1L, "SDP differs: expected version 1 or the next", "version 0"},
      {"another session", 1L, 1L, "SDP differs: expected the same session as before", "o=-"},
      {"a leap", 0L, 5L, "note", "expected version 2 in o= (RFC 3264 §8), found version 6"},
    };
  }

  @Test(dataProvider = "origins")
  public void aDescriptionThatDoesNotGoOnWithItsSessionIsTold(
      String what, long id, long version, String finding, String actual) {
    OfferSpec hold = Specs.spec().direction(Direction.SENDONLY).get().on("actor");
    CaseResult result =
        FakeTarget.play(
            new AnsweringPeer() {
              private SdpSession first;

              @Override
              SdpSession session() {
                if (first == null) {
                  first = new SdpSession(77, 1);
                  return first;
                }
                return new SdpSession(77 + id, 1 + version);
              }
            },
            TestCases.script(
                "origin",
                List.of(
                    offer(SECURE),
                    TestCases.receive("caller", 200),
                    offer(hold),
                    TestCases.receive("caller", 200))));
    if (finding.equals("note")) {
      assertThat(result.findings()).isEmpty();
      assertThat(result.notes()).anyMatch(n -> n.contains(actual));
    } else {
      assertThat(result.findings()).singleElement().asString().contains(finding, actual);
    }
  }

  @Test
  public void anAnswerInAMultipartBodyIsReadAndJudged() {
    List<CaseResult> results = new ArrayList<>();
    for (OfferSpec answer : List.of(OfferSpec.EMPTY, Specs.spec().protocol("RTP/AVP").get())) {
      results.add(
          FakeTarget.play(
              new AnsweringPeer() {
                @Override
                OfferSpec answer() {
                  return answer;
                }

                @Override
                void describe(ResponseBuilder out, byte[] sdp) {
                  String text = new String(sdp, StandardCharsets.ISO_8859_1);
                  String body =
                      "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                          + "--b\r\nContent-Type: application/sdp\r\n\r\n"
                          + text
                          + "\r\n--b--\r\n";
                  out.body(
                      "multipart/mixed;boundary=b", body.getBytes(StandardCharsets.ISO_8859_1));
                }
              },
              TestCases.script(
                  "multipart", List.of(offer(SECURE), TestCases.receive("caller", 200)))));
    }
    assertThat(results.get(0).findings()).isEmpty();
    assertThat(results.get(1).findings())
        .singleElement()
        .asString()
        .contains("RTP/SAVP, as offered");
  }

  @Test
  public void aHoldThatIsAnsweredSendrecvIsAFinding() {
    OfferSpec hold = Specs.spec().direction(Direction.INACTIVE).get().on("actor");
    CaseResult result =
        FakeTarget.play(
            new AnsweringPeer() {
              @Override
              OfferSpec answer() {
                return Specs.spec().direction(Direction.SENDRECV).get();
              }
            },
            TestCases.script(
                "hold-ignored",
                List.of(
                    offer(SECURE),
                    TestCases.receive("caller", 200),
                    offer(hold),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.ANSWER);
    assertThat(result.findings().get(0).toString()).contains("inactive").contains("RFC 3264 §6.1");
    assertThat(result.cleanup()).contains("caller sent BYE");
  }

  @Test
  public void aRefusedHoldLeavesTheCallUp() {
    CaseResult result =
        FakeTarget.play(
            new AnsweringPeer() {
              @Override
              int status(SipMessage invite) {
                return invite.toTag().isPresent() && invite.cseq().orElse(0) == 2 ? 488 : 200;
              }
            },
            TestCases.script(
                "hold-refused",
                List.of(
                    offer(SECURE),
                    TestCases.receive("caller", 200),
                    offer(SECURE),
                    TestCases.receive("caller", 488),
                    offer(SECURE),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).isEmpty();
    assertThat(result.cleanup()).contains("caller sent BYE");
  }

  @Test
  public void aReinviteThatNoStepExpectsIsAnsweredAndAFinding() {
    CaseResult result =
        FakeTarget.play(
            new AnsweringPeer() {
              @Override
              void acknowledged(SipEndpoint endpoint, Arrival ack) {
                SipMessage again =
                    dialog
                        .request("INVITE")
                        .via(UDP, endpoint.address())
                        .contact(contact(endpoint))
                        .body("application/sdp", OfferBuilder.build(SECURE, PLACE, session()))
                        .build();
                send(endpoint, ack, again);
              }

              @Override
              void answered(SipEndpoint endpoint, Arrival ok) {
                send(endpoint, ok, dialog.ack(ok.message()).via(UDP, endpoint.address()).build());
                send(endpoint, ok, dialog.request("BYE").via(UDP, endpoint.address()).build());
              }
            },
            TestCases.script(
                "refreshed",
                List.of(
                    offer(SECURE),
                    TestCases.receive("caller", 200),
                    TestCases.receive("caller", "BYE"))));
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNEXPECTED);
    assertThat(result.findings().get(0).actual()).contains("INVITE");
    SipMessage answer =
        result.transcript().stream()
            .map(TranscriptEntry::message)
            .filter(
                m ->
                    m.isResponse()
                        && m.toTag().equals(result.transcript().get(0).message().fromTag()))
            .findFirst()
            .orElseThrow();
    assertThat(answer.status()).hasValue(200);
    assertThat(Sdp.of(answer.body()).audio().orElseThrow().direction())
        .isEqualTo(Direction.SENDRECV);
  }

  private static Step offer(OfferSpec offer) {
    return TestCases.invite(offer, List.of());
  }
}
