package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import picocli.CommandLine.ParseResult;

/** What {@code parley agree} prints of two runs, and how it ends. */
public class AgreeCommandTests {
  private static final String CASE = "{\"id\":\"%s\",\"verdict\":\"%s\",\"status\":%s,\"skip\":%s}";
  private Path folder;

  @BeforeMethod
  public void write() throws IOException {
    folder = Scratch.folder("agree-");
    run("one", c("a@p", "passed", "200"), c("b@p", "passed", "488"), c("c@p", "passed", "503"));
    run(
        "other",
        c("a@p", "passed", "200"),
        CASE.formatted("b@p", "skipped", "null", "\"needs b2bua\""),
        c("c@p", "passed", "500"));
    Files.writeString(folder.resolve("why.txt"), "# remark\nc   a proxy makes 500 of it\n");
  }

  private static String c(String id, String verdict, String status) {
    return CASE.formatted(id, verdict, status, "null");
  }

  private void run(String name, String... cases) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name)).resolve("run.json");
    String head = "{\"format\":2,\"run\":{\"tool\":\"parley\",\"target\":\"%s\"},\"cases\":[%s]";
    Files.writeString(to, head.formatted(name, String.join(",", cases)) + ",\"end\":\"finished\"}");
  }

  private String printed(ExitCode expected, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("agree"));
    arguments.add(folder.resolve("one").toString());
    arguments.add(folder.resolve("other").toString());
    arguments.addAll(List.of(more));
    ParseResult parsed = CommandTree.build().parseArgs(arguments.toArray(String[]::new));
    Console console = new Console(out, out, false, new Palette(false));
    ExitCode code = new AgreeCommand(console).execute(parsed.subcommand());
    assertThat(code).isEqualTo(expected);
    return out.toString(StandardCharsets.UTF_8).replaceAll(" {2,}", "  ");
  }

  @Test
  public void whatDiffersHasAReasonOrAnAsterisk() {
    assertThat(printed(ExitCode.FAILED))
        .contains("case  one  other", "a@p  200  200\n", "needs b2bua", "c@p  503  500  * ???");
    assertThat(printed(ExitCode.PASSED, "--reasons", folder.resolve("why.txt").toString()))
        .contains("c@p  503  500  * a proxy makes 500 of it");
  }

  @Test
  public void aReasonThatNothingNeedsFails() throws IOException {
    Files.writeString(folder.resolve("why.txt"), "c   yes\na   no\n");
    assertThat(printed(ExitCode.FAILED, "--reasons", folder.resolve("why.txt").toString()))
        .contains("no difference is left that needs the reason for a");
  }
}
