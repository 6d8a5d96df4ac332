package io.parley.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Condition;
import java.util.List;
import org.testng.annotations.Test;

public class RuleAdviceTests {

  @Test
  public void everyConditionHasAdviceAndEveryAdviceACondition() {
    List<String> rules = RuleAdvice.all().stream().map(RuleAdvice::rule).toList();
    assertThat(rules)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Condition.labels());
  }

  @Test
  public void everyCodeHasASourceAndWords() {
    assertThat(ResponseCodes.shipped().all())
        .allMatch(m -> !m.source().isBlank() && !m.phrase().isBlank() && !m.owner().isBlank());
  }
}
