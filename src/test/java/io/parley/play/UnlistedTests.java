package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import org.testng.annotations.Test;

/** Callers at an address that the target does not know. */
public class UnlistedTests extends AtEmbeddedSbc {

  private CaseResult play(String bind) {
    return script.play(
        """
        scenario: A call from somewhere
        id: from-somewhere
        actors:
          caller: { offer: plain, %s }
        steps:
          - caller: { send: INVITE, to: "${numbers.busy}" }
          - caller: { receive: 403 }
        """
            .formatted(bind));
  }

  @Test
  public void aCallFromAnUnlistedAddressIsRefusedAndNamesThatAddress() {
    CaseResult result = play("bind: unlisted");
    assertThat(result.findings()).isEmpty();
    String invite = result.transcript().get(0).message().text();
    assertThat(invite).contains("Via: SIP/2.0/UDP 127.0.7.1:", "c=IN IP4 127.0.7.1");
  }

  @Test
  public void aFailureIsExplainedAsItsScenarioSays() {
    CaseResult result =
        script.play(
            """
            scenario: A call from the usual address that should be refused
            id: explained
            diagnosis: access-list
            actors:
              caller: { offer: plain }
            steps:
              - caller: { send: INVITE, to: "${numbers.callee}" }
              - caller: { receive: 403 }
            """);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).diagnosis()).contains("Access list");
    assertThat(result.findings().get(0).owner()).contains("security, carrier");
  }

  @Test
  public void theSameCallFromTheUsualAddressIsAnswered() {
    CaseResult result = play("side: near");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().toString()).contains("486");
  }
}
