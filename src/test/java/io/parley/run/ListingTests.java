package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Shard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

/** What would be played is known without starting the target. */
public class ListingTests {
  private static final RunRequest.Selection ALL =
      new RunRequest.Selection(List.of(), List.of(), List.of(), Map.of());

  /** Told of progress, as a container that starts is; a test fails that hears any. */
  private final Parley parley =
      new Parley(
          "test",
          line -> {
            throw new AssertionError("something was started: " + line);
          });

  @Test
  public void aContainerIsNotStartedToListItsCases() {
    List<Case> cases = parley.list(ALL, "docker:kamailio");
    assertThat(cases).anyMatch(c -> c.skip().isEmpty());
    assertThat(cases)
        .filteredOn(c -> c.id().scenario().equals("request-version-unknown"))
        .isNotEmpty()
        .allMatch(c -> c.skip().filter(s -> s.startsWith("Kamailio's core")).isPresent());
  }

  @Test
  public void norToValidateScenariosForIt() {
    assertThat(parley.load(ALL, "docker:kamailio").cases()).isNotEmpty();
  }

  /** Each shipped case is in exactly one shard, and no shard is much larger than another. */
  @Test
  public void theShippedCasesAreSharedOutEvenly() {
    List<Case> all = parley.list(ALL, "embedded");
    for (int total : List.of(2, 3, 4, 8)) {
      List<List<Case>> shards =
          IntStream.rangeClosed(1, total)
              .mapToObj(i -> all.stream().filter(c -> new Shard(i, total).holds(c.id())).toList())
              .toList();
      assertThat(shards.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
      assertThat(shards)
          .allSatisfy(
              shard ->
                  assertThat(shard)
                      .hasSizeBetween(all.size() * 3 / (4 * total), all.size() * 5 / (4 * total)));
    }
  }

  @Test
  public void aShardIsListedAsItWouldBePlayed() {
    Shard shard = new Shard(2, 3);
    RunRequest.Selection part =
        new RunRequest.Selection(List.of(), List.of(), List.of(), Map.of(), Optional.of(shard));
    assertThat(parley.list(part, "embedded"))
        .isEqualTo(parley.list(ALL, "embedded").stream().filter(c -> shard.holds(c.id())).toList());
  }
}
