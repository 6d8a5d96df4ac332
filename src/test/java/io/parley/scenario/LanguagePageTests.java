package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every example of the two pages is loaded: a reader copies it as it is. */
public class LanguagePageTests {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern SCENARIO = Pattern.compile("(?m)^scenario: ");
  private static final Pattern INCLUDED = Pattern.compile("\\Adescription: ");
  private static final Pattern OTHER =
      Pattern.compile("\\A(target: |phone: |profile: |# yaml-language-server: \\S+\\n\\z)");

  @DataProvider
  public Object[][] pages() {
    return new Object[][] {{"scenarios/README.md"}, {"README.md"}};
  }

  @Test(dataProvider = "pages")
  public void everyScenarioOnThePageLoads(String page) throws IOException {
    List<String> examples = examples(page, SCENARIO);
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    assertThat(load(examples, examples(page, INCLUDED)).problems()).isEmpty();
  }

  /** A target has a test of its own; anything else nobody would load. */
  @Test(dataProvider = "pages")
  public void everyBlockIsOfAKindThatIsTested(String page) throws IOException {
    assertThat(examples(page, Pattern.compile("")))
        .allMatch(
            e ->
                SCENARIO.matcher(e).find()
                    || INCLUDED.matcher(e).find()
                    || OTHER.matcher(e).find());
  }

  private static List<String> examples(String page, Pattern kind) throws IOException {
    String text = Files.readString(Path.of(page));
    return BLOCK
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .filter(e -> kind.matcher(e).find())
        .toList();
  }

  /** Loads the examples from a folder in which the file that they include lies where they say. */
  private static Loaded load(List<String> examples, List<String> included) throws IOException {
    Path folder = Scratch.folder("page-");
    List<Path> made = new ArrayList<>(List.of(folder, folder.resolve("steps")));
    Files.createDirectory(folder.resolve("steps"));
    for (String steps : included) {
      made.add(Files.writeString(folder.resolve("steps/answered.yaml"), steps));
    }
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
