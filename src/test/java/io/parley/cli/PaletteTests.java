package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.testng.annotations.Test;

/** What reaches a terminal from strangers steers nothing there. */
public class PaletteTests {
  private static final String HOSTILE = "\u001b]0;title\u0007 \u001b[8mhidden \u202e\u001b[2J";
  private static final String SHOWN = "\\x1b]0;title\\x07 \\x1b[8mhidden \\{u+202e}\\x1b[2J";

  @Test
  public void ourColoursPassAndNothingElse() {
    Palette palette = new Palette(true);
    assertThat(palette.safe(palette.bad("FAILED") + " " + HOSTILE))
        .isEqualTo("\u001b[31mFAILED\u001b[0m " + SHOWN);
  }

  @Test
  public void withoutColoursNothingPasses() {
    assertThat(new Palette(false).safe("\u001b[31mred " + HOSTILE))
        .isEqualTo("\\x1b[31mred " + SHOWN);
  }

  @Test
  public void theConsoleLetsNothingElseThrough() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, true, new Palette(true));
    console.line(HOSTILE);
    console.error(HOSTILE);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(SHOWN + "\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(SHOWN + "\n");
  }
}
