package io.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ShardTests {

  /**
   * For ever: a case that moves to another shard would be played twice, or not at all. Computed by
   * another program: {@code 1 + int(sha256(id)[:8]) % n} for 2, 3 and 7 shards.
   */
  @DataProvider
  public Object[][] known() {
    return new Object[][] {
      {CaseId.of("srtp-none", Map.of(), Optional.of("teams-direct-routing")), 1, 2, 4},
      {CaseId.of("srtp-none", Map.of(), Optional.empty()), 2, 3, 3},
      {CaseId.of("busy-through", Map.of("codec", "PCMU"), Optional.of("zoom-byoc")), 2, 2, 2},
      {CaseId.of("größe", Map.of(), Optional.empty()), 2, 1, 3},
    };
  }

  @Test(dataProvider = "known")
  public void aKnownCaseLandsInItsShard(CaseId id, int ofTwo, int ofThree, int ofSeven) {
    assertThat(
            List.of(
                Shard.of(id.toString(), 2), Shard.of(id.toString(), 3), Shard.of(id.toString(), 7)))
        .as(id.toString())
        .containsExactly(ofTwo, ofThree, ofSeven);
  }

  @Test
  public void everyCaseIsInExactlyOneShard() {
    for (int i = 0; i < 100; i++) {
      CaseId id = CaseId.of("case-" + i, Map.of(), Optional.empty());
      assertThat(IntStream.rangeClosed(1, 6).filter(s -> new Shard(s, 6).holds(id)).toArray())
          .as(id.toString())
          .hasSize(1);
    }
  }

  @Test
  public void theOnlyShardHoldsAll() {
    assertThat(new Shard(1, 1).holds(CaseId.of("any", Map.of(), Optional.empty()))).isTrue();
  }

  @Test
  public void thereIsNoShardBeyondTheLastNorBeforeTheFirst() {
    assertThatThrownBy(() -> new Shard(4, 3)).hasMessage("shard 4 of 3");
    assertThatThrownBy(() -> new Shard(0, 3)).hasMessage("shard 0 of 3");
  }
}
