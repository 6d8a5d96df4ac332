package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.testng.annotations.Test;

/** Scenarios that are for some profiles or targets only. */
public class AppliesTests {
  private static String text(String when) {
    return """
    scenario: A call
    id: s
    when: %s
    offer: plain
    expect: { status: 200 }
    """
        .formatted(when);
  }

  @Test
  public void otherProfilesAreSkippedAndSayWhy() {
    Loaded loaded =
        ScenarioTexts.load(
            Contexts.selecting("teams-direct-routing", "teams-media-bypass", "zoom-byoc"),
            text("{ profile: teams-direct-routing }"));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.cases())
        .extracting(c -> c.id().profile().orElse("") + ": " + c.skip().orElse("played"))
        .containsExactly(
            "teams-direct-routing: played",
            "teams-media-bypass: played",
            "zoom-byoc: only for teams-direct-routing");
  }

  @Test
  public void withoutAProfileItIsSkippedToo() {
    Loaded loaded =
        ScenarioTexts.load(
            Contexts.setting(Map.of(), Map.of()), text("{ profile: [zoom-byoc, sipconnect] }"));
    assertThat(loaded.cases().get(0).skip())
        .contains("only for zoom-byoc, sipconnect, and played without a profile");
  }

  @Test
  public void otherTargetsAreSkippedAndSayWhy() {
    Loaded loaded =
        ScenarioTexts.load(
            Contexts.setting(Map.of(), Map.of()), text("{ target: [lab, embedded] }"));
    assertThat(loaded.cases().get(0).skip())
        .contains("only at the target lab, embedded, not at test");
    Loaded here =
        ScenarioTexts.load(Contexts.setting(Map.of(), Map.of()), text("{ target: test }"));
    assertThat(here.cases().get(0).skip()).isEmpty();
  }
}
