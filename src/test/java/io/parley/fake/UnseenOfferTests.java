package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.target.Target.FarEnd;
import io.parley.wire.Transport;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

/** A 2xx where a refusal or a mended call is right, by who is behind the SBC. */
public class UnseenOfferTests {
  private static final List<Path> FILES =
      List.of(Path.of("scenarios", "codec", "codec-none-in-common.yaml"));

  private static CaseResult played(FarEnd farEnd) throws Exception {
    try (FakeSbc sbc = FakeSbc.start(Fakes::ok)) {
      FixedTarget target =
          new FixedTarget(sbc.address(), FixedTarget.IMPATIENT, Transport.UDP, farEnd);
      return Session.play(FILES, List.of("zoom-byoc"), 1, callees -> target).get(0);
    }
  }

  @Test
  public void behindAStrangerItCannotBeToldFromAMendedCall() throws Exception {
    CaseResult result = played(FarEnd.REAL);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    Finding finding = result.findings().get(0);
    assertThat(finding.toString())
        .contains("offer not seen")
        .contains("the far end is not played by Parley");
    assertThat(finding.nextStep().orElse("")).contains("played-by: parley");
  }

  @Test
  public void whereNobodyIsBehindNothingWasMended() throws Exception {
    CaseResult result = played(FarEnd.NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).toString()).contains("offer not repaired");
  }

  @Test
  public void whereWeAreBehindWeWouldHaveSeenIt() throws Exception {
    CaseResult result = played(FarEnd.PARLEY);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).toString()).contains("relayed no offer");
  }
}
