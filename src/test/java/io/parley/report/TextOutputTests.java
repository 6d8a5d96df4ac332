package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.result.CaseResult;
import org.testng.annotations.Test;

/** What people read, byte for byte. */
public class TextOutputTests {
  private static final CaseResult ACCEPTED = Secrets.MASKED.mask(SampleResults.accepted());
  private static final CaseResult BUSY = SampleResults.busy();

  @Test
  public void theTraceShowsEveryMessageWithTimeAddressesAndActor() {
    GoldenFile.assertEquals("report/trace.txt", Trace.of(ACCEPTED));
  }

  @Test
  public void theTraceMakesVisibleWhatAReaderCouldNotSee() {
    GoldenFile.assertEquals("report/trace-odd.txt", Trace.of(SampleTransports.ipv6()));
  }

  @Test
  public void aTraceWithoutMessagesSaysSo() {
    assertThat(Trace.of(SampleResults.skipped())).contains("Nothing crossed the wire");
  }

  @Test
  public void theFindingsNamePlaceExpectedActualCauseAndClosestMessage() {
    GoldenFile.assertEquals("report/findings.txt", FindingText.of(ACCEPTED));
  }

  @Test
  public void offersAndAnswersMarkTheLinesThatFindingsQuote() {
    GoldenFile.assertEquals("report/offer-answer.txt", OfferView.of(ACCEPTED).orElseThrow());
  }

  @Test
  public void aCallWithoutSdpHasNoOfferView() {
    assertThat(OfferView.of(SampleResults.silence())).isEmpty();
  }

  @Test
  public void theLadderOfTwoLegsMarksTheFailedStep() {
    GoldenFile.assertEquals("report/ladder-busy.txt", LadderText.of(Ladder.of(BUSY), 100));
    GoldenFile.assertEquals("report/ladder-busy.svg", LadderSvg.of(Ladder.of(BUSY)));
  }

  @Test
  public void theLadderMarksRetransmissionsAndCleanUp() {
    GoldenFile.assertEquals("report/ladder-accepted.txt", LadderText.of(Ladder.of(ACCEPTED), 100));
    GoldenFile.assertEquals("report/ladder-accepted.svg", LadderSvg.of(Ladder.of(ACCEPTED)));
  }

  @Test
  public void theLadderMarksTheMessageThatDidNotCome() {
    GoldenFile.assertEquals(
        "report/ladder-silence.txt", LadderText.of(Ladder.of(SampleResults.silence()), 100));
  }

  @Test
  public void theHeadlineOfABrokenCaseIsTheFindingThatBrokeIt() {
    assertThat(FindingText.headline(SampleResults.unreachable())).startsWith("target unreachable");
  }
}
