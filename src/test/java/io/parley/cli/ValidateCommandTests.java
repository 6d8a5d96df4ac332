package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.testng.annotations.Test;

public class ValidateCommandTests {
  private static final String ODD = "src/test/resources/lint/dialog-over.yaml";
  private static final String RIGHT = "src/test/resources/lint/in-order.yaml";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  public void aWarningIsToldAndFailsNothing() {
    assertThat(validate(ODD)).isEqualTo(ExitCode.PASSED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith(ODD + ":8:5: warning: BYE has no dialog");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("no problems in 1 scenario file; it makes")
        .endsWith("; 1 warning\n");
  }

  @Test
  public void strictFailsForAWarning() {
    assertThat(validate(ODD, "--strict")).isEqualTo(ExitCode.USAGE);
    assertThat(validate(RIGHT, "--strict")).isEqualTo(ExitCode.PASSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private ExitCode validate(String... arguments) {
    out.reset();
    err.reset();
    String[] line = new String[arguments.length + 1];
    line[0] = CommandTree.VALIDATE;
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    RunOptions options = new RunOptions(CommandTree.build().parseArgs(line).subcommand());
    return new ValidateCommand(new Console(out, err, false, new Palette(false))).execute(options);
  }
}
