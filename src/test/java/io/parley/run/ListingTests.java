package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import java.util.List;
import java.util.Map;
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
}
