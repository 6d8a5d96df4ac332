package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Shard;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.ShardInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

public class SelectedTests {
  private final List<Case> all =
      IntStream.range(0, 20).mapToObj(i -> SampleCases.named("c-" + i, "sipconnect")).toList();

  @Test
  public void aWholeRunPlaysAllAndSaysNothingOfParts() {
    Selected selected = new Selected(all, Optional.empty());
    assertThat(selected.cases()).isEqualTo(all);
    assertThat(selected.info()).isEmpty();
  }

  @Test
  public void eachShardKnowsTheCasesOfAll() {
    Selected first = new Selected(all, Optional.of(new Shard(1, 2)));
    Selected second = new Selected(all, Optional.of(new Shard(2, 2)));
    assertThat(first.cases()).isNotEmpty().doesNotContainAnyElementsOf(second.cases());
    assertThat(first.cases().size() + second.cases().size()).isEqualTo(all.size());
    ShardInfo info = first.info().orElseThrow();
    assertThat(info.all()).containsExactlyElementsOf(all.stream().map(Case::id).toList());
    assertThat(second.info().orElseThrow().scenarios()).isEqualTo(info.scenarios());
  }

  /** Each shard may have such a case, and they are to be merged. */
  @Test
  public void whatCameLateNamesItsShard() {
    CaseResult late =
        SampleCases.result(SampleCases.named("late-messages", "sipconnect"), Verdict.FAILED);
    Selected part = new Selected(all, Optional.of(new Shard(2, 3)));
    assertThat(part.late(late).played().id()).hasToString("late-messages[shard=2/3]@sipconnect");
    assertThat(new Selected(all, Optional.empty()).late(late)).isSameAs(late);
  }
}
