package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureFile;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import java.util.List;
import java.util.OptionalInt;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Captures by dumpcap of calls by SIPp, each with one fault, and their repaired twins. */
public class RecordedCallsTests {
  private static final List<String> MAIN =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");

  private final Profiles profiles = Profiles.shipped();

  @DataProvider
  public Object[][] recorded() {
    return Recorded.all().stream().map(r -> new Object[] {r}).toArray(Object[][]::new);
  }

  @Test
  public void thereAreAtLeastTwentyFive() {
    assertThat(Recorded.all()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test(dataProvider = "recorded")
  public void theRuleAndTheLineComeFirst(Recorded r) {
    ExplainedCall call = only(as(r.profile()), r, true);
    BrokenRule first = call.broken().get(0);
    assertThat(first.name()).isEqualTo(r.rule());
    assertThat(first.leading().sdpLine())
        .isEqualTo(r.line() == 0 ? OptionalInt.empty() : OptionalInt.of(r.line()));
    assertThat(call.invitation().status()).isEqualTo(r.status());
    assertThat(first.advice()).isPresent();
    assertThat(call.failed()).isTrue();
  }

  @Test(dataProvider = "recorded")
  public void theRuleComesFirstUnderAllProfilesToo(Recorded r) {
    ExplainedCall call = only(all(), r, true);
    assertThat(call.broken().get(0).name()).isEqualTo(r.rule());
    assertThat(call.broken().get(0).profiles()).contains(r.profile());
  }

  @Test(dataProvider = "recorded")
  public void theRepairedTwinBreaksNoRule(Recorded r) {
    ExplainedCall call = only(all(), r, false);
    assertThat(call.broken()).isEmpty();
    assertThat(call.takenBy()).containsExactlyElementsOf(MAIN);
    assertThat(call.invitation().accepted()).isTrue();
    assertThat(call.failed()).isFalse();
  }

  @Test(dataProvider = "recorded")
  public void theComparisonNamesTheRuleFirst(Recorded r) {
    Explainer explainer = new Explainer(List.of(profiles.get(r.profile()).orElseThrow()), true);
    Comparison comparison = Comparison.of(only(explainer, r, true), only(explainer, r, false));
    assertThat(comparison.differences().get(0).rule()).contains(r.rule());
    assertThat(comparison.differences()).allMatch(d -> !d.what().contains("port"));
  }

  /** A user agent whose offers nobody wrote for this: baresip, without and with SDES. */
  @Test
  public void whatBaresipOffers() {
    ExplainedCall plain = baresip("baresip-plain");
    assertThat(plain.broken().get(0).name()).isEqualTo("srtp-missing");
    assertThat(plain.broken().get(0).leading().sdpLine()).hasValue(7);
    ExplainedCall secured = baresip("baresip-srtp");
    assertThat(secured.broken()).isEmpty();
    assertThat(secured.invitation().status()).isEqualTo(486);
    assertThat(secured.meanings()).isNotEmpty();
    assertThat(Comparison.of(plain, secured).differences().get(0).subject())
        .isEqualTo(Subject.ENCRYPTION);
  }

  private ExplainedCall baresip(String name) {
    return as("teams-direct-routing").explain(CaptureFile.read(Recorded.file(name))).calls().get(0);
  }

  private ExplainedCall only(Explainer explainer, Recorded r, boolean faulty) {
    Explanation e = explainer.explain(CaptureFile.read(faulty ? r.faulty() : r.repaired()));
    assertThat(e.calls()).hasSize(1);
    assertThat(e.capture().damage()).isEmpty();
    return e.calls().get(0);
  }

  private Explainer as(String profile) {
    return new Explainer(List.of(profiles.get(profile).orElseThrow()), true);
  }

  private Explainer all() {
    List<Profile> every = MAIN.stream().map(n -> profiles.get(n).orElseThrow()).toList();
    return new Explainer(every, false);
  }
}
