package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import org.testng.annotations.Test;

/** One call at a target that says nothing, or nothing that is SIP. */
public class SilenceTests {
  private static final StatusPattern C488 = new StatusPattern.Code(488);

  @Test
  public void silenceWhileOptionsIsAnsweredFails() {
    CaseResult result =
        FakeTarget.play(
            (endpoint, a) -> {
              if (a.message().method().equals("OPTIONS")) {
                endpoint.respond(a, ResponseBuilder.to(a, 200).build());
              }
            },
            TestCases.call("silent", OfferSpec.EMPTY, C488));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.NO_ANSWER);
    assertThat(result.findings().get(0).actual())
        .contains("no response to INVITE")
        .contains("OPTIONS was answered 200");
  }

  @Test
  public void totalSilenceIsBrokenUnlessTheTargetIsAlive() {
    CaseResult result =
        FakeTarget.play((endpoint, a) -> {}, TestCases.call("dead", OfferSpec.EMPTY, C488));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.UNREACHABLE);
  }

  @Test
  public void aClosedPortIsFoundOutBeforeSilenceIsCalled() {
    FakeTarget target = new FakeTarget((endpoint, a) -> {});
    target.endpoint().close();
    CaseResult result = target.play(TestCases.call("closed", OfferSpec.EMPTY, C488));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings().get(0).actual()).contains("port unreachable");
  }

  @Test
  public void anAnswerThatIsNotSipIsNamed() {
    CaseResult result =
        FakeTarget.play(
            (endpoint, a) -> {
              if (a.message().method().equals("INVITE")) {
                endpoint.sendStateless(
                    "what?".getBytes(StandardCharsets.US_ASCII),
                    a.frame().flow().transport(),
                    a.frame().flow().remote());
              }
            },
            TestCases.call("garbage", OfferSpec.EMPTY, C488));
    assertThat(result.findings().get(0).actual()).contains("something that is not SIP came");
  }

  @Test
  public void aStatusThatDoesNotExistIsShownAsItCame() {
    CaseResult result =
        FakeTarget.play(
            (endpoint, a) -> {
              if (a.message().method().equals("INVITE")) {
                SipMessage odd = ResponseBuilder.to(a, 488).build();
                byte[] bytes =
                    odd.text()
                        .replace("SIP/2.0 488", "SIP/2.0 799")
                        .getBytes(StandardCharsets.ISO_8859_1);
                endpoint.sendStateless(
                    bytes, a.frame().flow().transport(), a.frame().flow().remote());
              } else if (a.message().method().equals("OPTIONS")) {
                endpoint.respond(a, ResponseBuilder.to(a, 200).build());
              }
            },
            TestCases.call("odd", OfferSpec.EMPTY, C488));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).actual()).contains("799");
  }
}
