package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.scenario.files.PackedFolder;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

public class ShippedCatalogueTests {

  @Test
  public void everyShippedScenarioLoads() {
    Loaded loaded = Catalogue.load(List.of(Path.of("scenarios")), Contexts.full());
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.files()).isGreaterThanOrEqualTo(30);
    assertThat(loaded.cases()).extracting(c -> c.id().toString()).doesNotHaveDuplicates();
  }

  @Test
  public void everyRefusalHasAControlThatIsAPlainBase() {
    Loaded loaded = Catalogue.load(List.of(Path.of("scenarios")), Contexts.full());
    assertThat(loaded.cases())
        .filteredOn(c -> c.scenario().controlOffer().isPresent())
        .isNotEmpty()
        .allSatisfy(
            c -> assertThat(c.scenario().controlOffer().orElseThrow().offer().mutate()).isEmpty());
  }

  @Test
  public void thePackedScenariosAreTheSameAsThoseInTheFolder() {
    List<String> packed = PackedFolder.list("scenarios");
    assertThat(packed).contains("scenarios/srtp/srtp-none.yaml", "scenarios/offers/plain.yaml");
  }
}
