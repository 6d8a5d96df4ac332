package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Capability;
import io.parley.scenario.context.LoadContext;
import java.util.Map;
import java.util.Set;
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

  @Test
  public void targetsThatCannotDoWhatItNeedsAreSkippedAndSayWhat() {
    LoadContext plain = Contexts.setting(Map.of(), Map.of());
    String needs = text("{ capability: [b2bua, session-timers] }");
    assertThat(ScenarioTexts.load(plain, needs).cases().get(0).skip())
        .contains("needs b2bua, which is not among the capabilities of test");
    LoadContext half = plain.with(Set.of(Capability.B2BUA));
    assertThat(ScenarioTexts.load(half, needs).cases().get(0).skip())
        .contains("needs session-timers, which is not among the capabilities of test");
    LoadContext able = plain.with(Set.of(Capability.B2BUA, Capability.SESSION_TIMERS));
    assertThat(ScenarioTexts.load(able, needs).cases().get(0).skip()).isEmpty();
  }

  @Test
  public void aMisspeltCapabilityIsAnError() {
    assertThat(ScenarioTexts.load(Contexts.full(), text("{ capability: b2bau }")).problems())
        .singleElement()
        .asString()
        .contains("b2bau")
        .contains("b2bua");
  }

  @Test
  public void callsOfTheFarEndNeedATargetThatRoutesThem() {
    String inward =
        """
        scenario: A call
        id: s
        actors:
          trunk: { role: caller, side: far, offer: plain }
          user: { role: callee, side: near }
        steps:
          - trunk: { send: INVITE, to: user }
          - user: { receive: INVITE }
        """;
    LoadContext without = Contexts.setting(Map.of(), Map.of());
    assertThat(ScenarioTexts.load(without, inward).cases().get(0).skip())
        .contains("needs inward, which is not among the capabilities of test");
    LoadContext with = without.with(Set.of(Capability.INWARD));
    assertThat(ScenarioTexts.load(with, inward).cases().get(0).skip()).isEmpty();
  }
}
