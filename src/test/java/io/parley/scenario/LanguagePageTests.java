package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

public class LanguagePageTests {
  private static final Pattern INCLUDED = Pattern.compile("(?s)```yaml\n(description: .*?)```");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(scenario: .*?)```");

  @Test
  public void everyScenarioOnThePageLoads() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    List<String> examples =
        BLOCK.matcher(page).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    Loaded loaded = load(examples, INCLUDED.matcher(page).results().findFirst().orElseThrow());
    assertThat(loaded.problems()).isEmpty();
  }

  /** Loads the examples from a folder in which the file that they include lies where they say. */
  private static Loaded load(List<String> examples, MatchResult included) throws IOException {
    Path folder = Files.createTempDirectory("page");
    List<Path> made = new ArrayList<>(List.of(folder, folder.resolve("steps")));
    Files.createDirectory(folder.resolve("steps"));
    made.add(Files.writeString(folder.resolve("steps/answered.yaml"), included.group(1)));
    for (int i = 0; i < examples.size(); i++) {
      made.add(Files.writeString(folder.resolve("s" + i + ".yaml"), examples.get(i)));
    }
    Loaded loaded = Catalogue.load(List.of(folder), Contexts.full());
    Collections.reverse(made);
    for (Path p : made) {
      Files.delete(p);
    }
    return loaded;
  }
}
