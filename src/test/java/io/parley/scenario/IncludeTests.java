package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.SendStep;
import io.parley.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Steps of another file, with parameters. */
public class IncludeTests {
  private Path folder;

  @BeforeMethod
  public void create() throws IOException {
    folder = Scratch.folder("include-");
    Files.createDirectory(folder.resolve("steps"));
    write(
        "steps/ring.yaml",
        """
        vars: { status: 180, phrase: Ringing }
        steps:
          - callee: { send: "${vars.status}", phrase: "${vars.phrase} $${x}" }
        """);
    write(
        "steps/twice.yaml",
        """
        vars: { first: ~ }
        steps:
          - include: { file: ring.yaml, with: { status: "${vars.first}" } }
          - include: ring.yaml
        """);
  }

  @AfterMethod(alwaysRun = true)
  public void delete() throws IOException {
    for (String name : List.of("steps/ring.yaml", "steps/twice.yaml", "steps", "s.yaml", "")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  @Test
  public void stepsComeWithTheirOwnParameters() throws IOException {
    List<Step> steps = load("vars: { phrase: Here }", Map.of());
    assertThat(steps).hasSize(4);
    assertThat(sent(steps.get(2))).isEqualTo("183 Here ${x}");
    assertThat(sent(steps.get(3))).isEqualTo("180 Here ${x}");
    assertThat(steps.get(2).at().file()).endsWith("steps/ring.yaml");
  }

  @Test
  public void whatTheUserSetsComesBeforeADefault() throws IOException {
    List<Step> steps = load("tags: [x]", Map.of("phrase", "Set"));
    assertThat(sent(steps.get(3))).isEqualTo("180 Set ${x}");
  }

  private static String sent(Step step) {
    SendStep.Response send = (SendStep.Response) step;
    return send.status() + " " + send.phrase().orElse("");
  }

  private List<Step> load(String line, Map<String, String> set) throws IOException {
    write(
        "s.yaml",
        """
        scenario: A call
        id: s
        actors: { caller: { offer: plain } }
        steps:
          - caller: { send: INVITE }
          - callee: { receive: INVITE }
          - include: { file: steps/twice.yaml, with: { first: 183 } }
        """
            + line
            + "\n");
    Loaded loaded =
        Catalogue.load(List.of(folder.resolve("s.yaml")), Contexts.setting(set, Map.of()));
    assertThat(loaded.problems()).isEmpty();
    return loaded.cases().get(0).scenario().steps();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
