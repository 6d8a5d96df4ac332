package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

public class CataloguePageTests {
  private final Loaded loaded = Catalogue.load(List.of(Path.of("scenarios")), Contexts.able());

  @Test
  public void thePageSaysWhatTheScenariosSay() {
    String page = CataloguePage.of(loaded.cases());
    assertThat(page)
        .contains("| 488 (531000) **D** | 488 (531000) **D** | 488 **I** | 200 **R** |")
        .doesNotContain("${");
    assertThat(page.lines().filter(l -> l.startsWith("| [")).count())
        .isEqualTo(loaded.scenarios().stream().map(s -> s.id()).distinct().count());
    GoldenFile.assertEquals(Path.of("src", "docs", "catalogue.md"), page);
  }
}
