package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

public class LanguagePageTests {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(scenario: .*?)```");

  @Test
  public void everyScenarioOnThePageLoads() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    List<String> examples =
        BLOCK.matcher(page).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    Loaded loaded = ScenarioTexts.load(Contexts.full(), examples.toArray(String[]::new));
    assertThat(loaded.problems()).isEmpty();
  }
}
