package io.parley.match;

import static io.parley.match.Checks.any;
import static io.parley.match.Checks.header;
import static io.parley.match.Checks.inferred;
import static io.parley.match.Checks.outcome;
import static io.parley.match.Checks.repaired;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderMatch.Search;
import io.parley.model.Outcome;
import io.parley.model.StatusPattern;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

public class OutcomeMatcherTests {
  private static final SipMessage OK = Messages.response("200 OK");
  private static final SipMessage REFUSED = Messages.response("488 Not Acceptable Here");

  @Test
  public void anyOutcomeMeets() {
    Expectation expectation = any(Evidence.RFC, outcome(488, 606), repaired());
    assertThat(match(expectation, REFUSED).met()).containsExactly(expectation.any().get(0));
    assertThat(match(expectation, REFUSED).needsRepair()).isFalse();
    assertThat(match(expectation, OK).met()).containsExactly(expectation.any().get(1));
    assertThat(match(expectation, OK).needsRepair()).isTrue();
  }

  @Test
  public void aPlain2xxBesideARepairedOneNeedsNoRepair() {
    assertThat(match(any(Evidence.RFC, repaired(), outcome(200)), OK).needsRepair()).isFalse();
  }

  @Test
  public void aStatusThatFitsNothingNamesAllThatWouldHaveDone() {
    OutcomeMatch result =
        match(any(Evidence.RFC, outcome(488, 606), repaired()), Messages.response("503 Busy"));
    assertThat(result.isMet()).isFalse();
    assertThat(result.match().differences())
        .singleElement()
        .extracting(d -> d.finding().toString())
        .isEqualTo(
            "unexpected status: expected 488 or 606 or 2xx with the offer repaired, "
                + "answered 503 Busy (busy.yaml:9:3)");
  }

  @Test
  public void theClosestOutcomeIsTheOneWithTheRightStatus() {
    Outcome busy = outcome(486, header("Reason", new Search("cause=17")));
    Expectation expectation = any(Evidence.RFC, outcome(600), busy);
    OutcomeMatch result =
        match(expectation, Messages.response("486 Busy Here", "Reason: Q.850;cause=16"));
    assertThat(result.isMet()).isFalse();
    assertThat(result.closest()).isEqualTo(busy);
    assertThat(result.match().differences())
        .singleElement()
        .extracting(Difference::expected)
        .isEqualTo("Reason: /cause=17/");
  }

  @Test
  public void anInferredHeaderIsANoteUnlessStrict() {
    Outcome outcome = outcome(488, inferred("Warning", new Search("305")));
    Expectation expectation = any(Evidence.DOCUMENTED, outcome);
    OutcomeMatch lenient = match(expectation, REFUSED);
    assertThat(lenient.isMet()).isTrue();
    assertThat(lenient.match().notes()).hasSize(1);
    assertThat(lenient.match().distance()).isZero();
    OutcomeMatch strict = OutcomeMatcher.match(expectation, REFUSED, SdpContext.UNKNOWN, true);
    assertThat(strict.isMet()).isFalse();
    assertThat(strict.match().notes()).isEmpty();
  }

  @Test
  public void aHeaderTakesTheEvidenceAroundIt() {
    Outcome outcome = outcome(488, header("Warning", new Search("305")));
    assertThat(match(any(Evidence.INFERRED, outcome), REFUSED).isMet()).isTrue();
    assertThat(match(any(Evidence.DOCUMENTED, outcome), REFUSED).isMet()).isFalse();
  }

  @Test
  public void anAnswerIsCheckedAsAnAnswer() {
    Outcome outcome =
        new Outcome(
            Checks.AT,
            Checks.codes(200),
            false,
            List.of(),
            Optional.of(Checks.srtp("sdes")),
            Optional.empty());
    SipMessage answered = Messages.withSdp("SIP/2.0 200 OK", Messages.SDP);
    assertThat(match(any(Evidence.RFC, outcome), answered).match().differences())
        .extracting(Difference::expected)
        .containsExactly("srtp sdes");
    assertThat(match(any(Evidence.RFC, outcome), OK).match().differences())
        .extracting(Difference::expected)
        .containsExactly("an SDP answer");
  }

  @Test
  public void silenceIsAnOutcomeThatNoResponseMeets() {
    Outcome quiet =
        new Outcome(
            Checks.AT,
            List.of(new StatusPattern.Code(400), new StatusPattern.Silence()),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty());
    Expectation expectation = any(Evidence.OBSERVED, quiet);
    assertThat(OutcomeMatcher.allowsSilence(expectation)).isTrue();
    assertThat(OutcomeMatcher.allowsSilence(any(Evidence.RFC, outcome(400)))).isFalse();
    assertThat(OutcomeMatcher.words(expectation)).isEqualTo("400 or silence");
    assertThat(match(expectation, OK).isMet()).isFalse();
    assertThat(match(expectation, Messages.response("400 Bad Request")).isMet()).isTrue();
  }

  private static OutcomeMatch match(Expectation expectation, SipMessage response) {
    return OutcomeMatcher.match(expectation, response, SdpContext.UNKNOWN, false);
  }
}
