package io.parley.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

public class CapabilitiesTests {
  private static final String TWO =
      """
      cannot-judge:
        - { rule: one, scenarios: [a, b], reason: no means }
        - { rule: two, scenarios: [c], profiles: [zoom-byoc], reason: not there }
      """;

  @Test
  public void aGapWithoutProfilesHoldsForAll() {
    Capabilities read = Capabilities.read("x.yaml", TWO);
    assertThat(read.reason("b", Optional.of("sipconnect"))).contains("no means");
    assertThat(read.reason("b", Optional.empty())).contains("no means");
    assertThat(read.reason("z", Optional.empty())).isEmpty();
  }

  @Test
  public void aGapOfOneProfileHoldsForThatAlone() {
    Capabilities read = Capabilities.read("x.yaml", TWO);
    assertThat(read.reason("c", Optional.of("zoom-byoc"))).contains("not there");
    assertThat(read.reason("c", Optional.of("sipconnect"))).isEmpty();
    assertThat(read.reason("c", Optional.empty())).isEmpty();
  }

  @Test
  public void anUnknownKeyIsToldWithItsPlace() {
    assertThatThrownBy(() -> Capabilities.read("x.yaml", "cannot-jugde: []\n"))
        .hasMessageContaining("x.yaml");
  }

  @Test
  public void theShippedFileNamesShippedScenarios() throws IOException {
    Set<String> ids;
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      ids =
          files
              .map(f -> f.getFileName().toString().replaceAll("\\.yaml$", ""))
              .collect(Collectors.toSet());
    }
    assertThat(KamailioFiles.capabilities().cannotJudge())
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(ids).containsAll(gap.scenarios()));
  }
}
