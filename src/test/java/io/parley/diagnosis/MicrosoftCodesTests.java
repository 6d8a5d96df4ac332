package io.parley.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Evidence;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Every pair of SIP status and Microsoft response code that Microsoft documents for Direct Routing,
 * with how many meanings it has ("Microsoft Teams: SIP and Microsoft response codes").
 */
public class MicrosoftCodesTests {
  private static final List<String> PUBLISHED =
      List.of(
          "400/540400 402/560402",
          "403/10199 403/10500 403/10553 403/510532 403/510532 403/510534 403/510546 403/510559",
          "403/510560 403/510560 403/510562 403/510563 403/560403",
          "404/10202 404/511404",
          "408/0 408/1106 408/500001 408/560408",
          "410/531000 410/531004 410/531005 412/510412 415/540415 420/560420 422/540422",
          "480/10037 480/10140 480/10191 484/560484 486/10321",
          "488/531000 488/531000 488/531027 488/531052",
          "500/510482 500/510544 500/510544 500/540500 500/540500",
          "503/10320 503/560503 504/549002 504/549002",
          "504/569002 504/569002 504/569002 504/569002 504/569002 504/569002 504/569002",
          "504/569003 504/569008 504/569009");

  /** In a change that was proposed for those pages. */
  private static final List<String> PROPOSED =
      List.of("503/540998 504/549018 504/569015 504/569016 504/569018");

  private static List<CodeMeaning> known(boolean published) {
    return ResponseCodes.shipped().all().stream()
        .filter(m -> m.by() == CodeMeaning.By.MICROSOFT && m.code().isPresent())
        .filter(m -> m.source().contains("proposed") != published)
        .toList();
  }

  @DataProvider
  public Object[][] lists() {
    return new Object[][] {
      {true, PUBLISHED, Evidence.DOCUMENTED}, {false, PROPOSED, Evidence.OBSERVED}
    };
  }

  @Test(dataProvider = "lists")
  public void everyPairIsThereAsOftenAsItHasMeanings(
      boolean published, List<String> pairs, Evidence evidence) {
    assertThat(known(published))
        .extracting(m -> m.status() + "/" + m.code().getAsInt())
        .containsExactlyInAnyOrder(String.join(" ", pairs).split(" "));
    assertThat(known(published)).extracting(CodeMeaning::evidence).containsOnly(evidence);
  }

  @Test
  public void eachHasWordsOfItsOwnACauseANextStepAndAnOwner() {
    List<CodeMeaning> all = ResponseCodes.shipped().ofStatus(488, CodeMeaning.By.MICROSOFT);
    assertThat(all).allMatch(m -> m.isToldIn("\"guid;" + m.phrase() + "\""), "found by its words");
    assertThat(known(true))
        .allMatch(
            m -> !m.cause().isBlank() && !m.next().isBlank() && !m.owner().isBlank(), "told whole");
    assertThat(known(true)).extracting(m -> m.pair() + m.phrase()).doesNotHaveDuplicates();
  }

  @Test
  public void theWordsOfAnErrorPhraseNameTheCodeToo() {
    assertThat(
            ResponseCodes.shipped().ofStatus(488, CodeMeaning.By.MICROSOFT).stream()
                .filter(m -> m.isToldIn("0815;Invalid SDP offer: no media acceptable"))
                .map(CodeMeaning::phrase))
        .containsExactly("CannotSupportAnyMedia");
  }

  /** Codes that begin with 560 or 569 were made by the SBC or on the way to it. */
  @Test
  public void whatTheSbcMadeItselfIsNeverForTheTeamsAdminAlone() {
    assertThat(known(true))
        .filteredOn(m -> Integer.toString(m.code().getAsInt()).startsWith("560"))
        .noneMatch(m -> m.owner().equals("Teams admin"));
  }
}
