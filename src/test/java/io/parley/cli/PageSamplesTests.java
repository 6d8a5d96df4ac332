package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.testng.annotations.Test;

/** What a page shows of a command is what the command prints here. */
public class PageSamplesTests {
  private static final String COMMAND = "```\n$ ./parley explain ";

  @Test
  public void theExplanationOnThePageIsTheOnePrinted() throws IOException {
    String page = Files.readString(Path.of("src/docs/explain.md"));
    int from = page.indexOf(COMMAND) + COMMAND.length();
    String sample = page.substring(from, page.indexOf("```", from));
    String line = CommandTree.EXPLAIN + " " + sample.lines().findFirst().orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, false, new Palette(false));
    ExitCode code =
        new ExplainCommand(console, new ByteArrayInputStream(new byte[0]))
            .execute(
                ExplainOptions.of(CommandTree.build().parseArgs(line.split(" ")).subcommand()));
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(Arrays.stream(sample.split("\n")).skip(1))
        .containsExactly(out.toString(StandardCharsets.UTF_8).split("\n"));
  }
}
