package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** {@code run -v} and {@code run --dry-run}, at the embedded SBC. */
public class MessagesTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  public void messagesArePrintedCaseByCaseWithoutSecrets() throws IOException {
    Path folder = Scratch.folder("v-");
    String text =
        run(folder, "-v", "--profile", "zoom-byoc", "--no-html", "--out", folder + "/out");
    assertThat(text)
        .containsSubsequence("# good@zoom-byoc", "INVITE sip:", "a=crypto:", "SIP/2.0 200 OK")
        .containsPattern("inline:x+")
        .doesNotContainPattern("inline:[A-Za-z0-9+/]*[0-9A-Zyz+/]")
        .contains("1 case in ");
  }

  @Test
  public void oneAtATimeTheyArePrintedAsTheyCross() throws IOException {
    Path folder = Scratch.folder("live-");
    String text = run(folder, "-v", "--workers", "1", "--no-html", "--out", folder + "/out");
    assertThat(text)
        .containsSubsequence(
            "# good@zoom-byoc",
            "caller sends",
            "INVITE sip:",
            "far-end receives",
            "caller receives",
            "SIP/2.0 200 OK",
            "# passed after",
            "1 passed")
        .doesNotContain("# good@sipconnect")
        .containsPattern("inline:x+")
        .doesNotContainPattern("inline:[A-Za-z0-9+/]*[0-9A-Zyz+/]");
  }

  @Test
  public void aDryRunSendsAndWritesNothing() throws IOException {
    Path folder = Scratch.folder("dry-");
    String text = run(folder, "--dry-run", "--out", folder + "/out");
    assertThat(text)
        .contains("good@zoom-byoc", "(skipped: no expectation for sipconnect)")
        .contains("1 case would be played at embedded, 3 skipped");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private String run(Path folder, String... more) throws IOException {
    Path file = folder.resolve("good.yaml");
    Files.writeString(
        file,
        """
        scenario: A good call
        id: good
        offer: secure-ice
        expect: { zoom-byoc: { status: 200 } }
        """);
    String[] line = new String[more.length + 2];
    line[0] = CommandTree.RUN;
    line[1] = file.toString();
    System.arraycopy(more, 0, line, 2, more.length);
    out.reset();
    Console console = new Console(out, out, false, new Palette(false));
    RunOptions options = new RunOptions(CommandTree.build().parseArgs(line).subcommand());
    assertThat(new RunCommand(console).execute(options)).isEqualTo(ExitCode.PASSED);
    return out.toString(StandardCharsets.UTF_8);
  }
}
