package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.model.Case;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class NewCommandTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  public void whatItWritesLoadsAndAppliesToEveryProfile() throws IOException {
    Path folder = Scratch.folder("new-");
    assertThat(command(folder).execute("my-call")).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("wrote my-call.yaml");
    RunRequest.Selection selection =
        new RunRequest.Selection(
            List.of(folder.resolve("my-call.yaml")), List.of(), List.of(), Map.of());
    List<Case> cases = new Parley("test", line -> {}).list(selection, "embedded");
    assertThat(cases).hasSizeGreaterThan(2).allMatch(c -> c.skip().isEmpty());
    assertThat(cases.get(0).id().scenario()).isEqualTo("my-call");
  }

  @Test
  public void theSchemaIsNamedWhereItIs() throws IOException {
    Path folder = Scratch.folder("new-");
    Path schema = folder.resolve("scenarios/schema/scenario.schema.json");
    Files.createDirectories(schema.getParent());
    Files.writeString(schema, "{}");
    command(folder).execute("my-call");
    assertThat(Files.readAllLines(folder.resolve("my-call.yaml")).get(0))
        .isEqualTo("# yaml-language-server: $schema=scenarios/schema/scenario.schema.json");
  }

  @Test
  public void aFileThatIsThereStays() throws IOException {
    Path folder = Scratch.folder("new-");
    Files.writeString(folder.resolve("mine.yaml"), "mine");
    assertThatThrownBy(() -> command(folder).execute("mine"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is a file mine.yaml already");
    assertThat(folder.resolve("mine.yaml")).hasContent("mine");
  }

  @DataProvider
  public Object[][] noIds() {
    return new Object[][] {{"../escape"}, {"Upper"}, {""}, {"a/b"}, {"a.yaml"}};
  }

  @Test(dataProvider = "noIds")
  public void whatIsNoIdIsRefused(String id) throws IOException {
    Path folder = Scratch.folder("new-");
    assertThatThrownBy(() -> command(folder).execute(id)).hasMessageContaining("expected an id");
    assertThat(folder).isEmptyDirectory();
  }

  private NewCommand command(Path folder) {
    return new NewCommand(new Console(out, out, false, new Palette(false)), folder);
  }
}
