package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.result.CaseResult;
import org.testng.annotations.Test;

/** What people read, byte for byte. */
public class TextOutputTests {
  private static final CaseResult ACCEPTED = Secrets.MASKED.mask(SampleResults.accepted());
  private static final CaseResult BUSY = SampleResults.busy();

  @Test
  public void theTraceShowsEveryMessageWithTimeAddressesAndActor() {
    Golden.assertEquals("trace.txt", Trace.of(ACCEPTED));
  }

  @Test
  public void theTraceMakesVisibleWhatAReaderCouldNotSee() {
    Golden.assertEquals("trace-odd.txt", Trace.of(SampleTransports.ipv6()));
  }

  @Test
  public void aTraceWithoutMessagesSaysSo() {
    assertThat(Trace.of(SampleResults.skipped())).contains("Nothing crossed the wire");
  }

  @Test
  public void theFindingsNamePlaceExpectedActualCauseAndClosestMessage() {
    Golden.assertEquals("findings.txt", FindingText.of(ACCEPTED));
  }

  @Test
  public void offersAndAnswersMarkTheLinesThatFindingsQuote() {
    Golden.assertEquals("offer-answer.txt", OfferView.of(ACCEPTED).orElseThrow());
  }

  @Test
  public void aCallWithoutSdpHasNoOfferView() {
    assertThat(OfferView.of(SampleResults.silence())).isEmpty();
  }

  @Test
  public void theLadderOfTwoLegsMarksTheFailedStep() {
    Golden.assertEquals("ladder-busy.txt", LadderText.of(Ladder.of(BUSY), 100));
    Golden.assertEquals("ladder-busy.svg", LadderSvg.of(Ladder.of(BUSY)));
  }

  @Test
  public void theLadderMarksRetransmissionsAndCleanUp() {
    Golden.assertEquals("ladder-accepted.txt", LadderText.of(Ladder.of(ACCEPTED), 100));
    Golden.assertEquals("ladder-accepted.svg", LadderSvg.of(Ladder.of(ACCEPTED)));
  }

  @Test
  public void theLadderMarksTheMessageThatDidNotCome() {
    Golden.assertEquals(
        "ladder-silence.txt", LadderText.of(Ladder.of(SampleResults.silence()), 100));
  }

  @Test
  public void theHeadlineOfABrokenCaseIsTheFindingThatBrokeIt() {
    assertThat(FindingText.headline(SampleResults.unreachable())).startsWith("target unreachable");
  }
}
