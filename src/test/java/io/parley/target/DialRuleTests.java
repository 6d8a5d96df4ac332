package io.parley.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class DialRuleTests {

  @DataProvider
  public Object[][] emergency() {
    return new Object[][] {
      {"112"},
      {"911"},
      {"999"},
      {"110"},
      {"113"},
      {"000"},
      {"+112"},
      {"+911"},
      {"1-1-2"},
      {"116117"},
      {"10111"},
      {"15"},
      {"1234"},
      {"0"}
    };
  }

  @Test(dataProvider = "emergency")
  public void emergencyAndShortNumbersAreNotDialled(String number) {
    assertThat(DialRule.objection(limits(), number)).isPresent();
    assertThat(DialRule.objection(limits("*"), number)).isPresent();
    assertThat(DialRule.objection(limits("1*", "9*", "+*"), number)).isPresent();
    assertThat(DialRule.objection(limits("+1555*", number), number)).isEmpty();
  }

  @Test
  public void onlyListedNumbersAreDialled() {
    assertThat(DialRule.objection(limits("+1555*"), "+15550100000")).isEmpty();
    assertThat(DialRule.objection(limits("+1555*"), "+1 (555) 010-0000")).isEmpty();
    assertThat(DialRule.objection(limits("+1555*"), "+15560100000").orElse(""))
        .isEqualTo(
            "+15560100000 is not covered by limits.dial [+1555*]."
                + " Add it there if it may be dialled.");
    assertThat(DialRule.objection(limits("+1555*"), "0+15550100000")).isPresent();
    assertThat(DialRule.objection(limits("*0100"), "+15550100")).isEmpty();
    assertThat(DialRule.objection(limits("+1*99"), "+15550100")).isPresent();
    assertThat(DialRule.objection(limits("+1*5*0"), "+15550100")).isEmpty();
    assertThat(DialRule.objection(limits("test-*"), "test-1")).isEmpty();
  }

  @Test
  public void withoutAListAnyLongNumberIsDialled() {
    assertThat(DialRule.objection(limits(), "+15550100000")).isEmpty();
    assertThat(DialRule.objection(limits(), "alice")).isEmpty();
  }

  private static Target.Limits limits(String... dial) {
    return new Target.Limits(1, 0, Duration.ofSeconds(1), List.of(dial));
  }
}
