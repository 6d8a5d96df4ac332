package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.testng.annotations.Test;

/** Lines that are wider than the terminal. */
public class ScreenTests {
  private static final String NEXT =
      "    next      Turn on SRTP with AES_CM_128_HMAC_SHA1_80 and keep the policy (SBC admin)";

  @Test
  public void aWideLineGoesOnUnderItsFirstWord() {
    assertThat(new Screen(60).fold(NEXT))
        .isEqualTo(
            "    next      Turn on SRTP with AES_CM_128_HMAC_SHA1_80 and\n"
                + "              keep the policy (SBC admin)");
  }

  @Test
  public void coloursTakeNoRoom() {
    String red = "\u001b[31mFAILED\u001b[0m  ";
    String rest = "x".repeat(20) + " " + "y".repeat(20);
    assertThat(new Screen(60).fold(red + rest)).isEqualTo(red + rest);
    assertThat(new Screen(60).fold(red + rest + " " + "z".repeat(20)))
        .isEqualTo(red + rest + "\n" + " ".repeat(8) + "z".repeat(20));
  }

  /** What is copied from the terminal must not have breaks of ours in it. */
  @Test
  public void messagesTablesAndPipesStayAsTheyAre() {
    String header = "Allow: " + "INVITE, ".repeat(20);
    String row = "    | 488         | " + "Via: ".repeat(20);
    assertThat(new Screen(60).fold(header)).isEqualTo(header);
    assertThat(new Screen(60).fold(row)).isEqualTo(row);
    assertThat(new Screen(Screen.UNBOUNDED).fold(NEXT)).isEqualTo(NEXT);
  }

  @Test
  public void theConsoleFoldsResultsAndNoErrors() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, true, new Palette(false), new Screen(60));
    console.line(NEXT);
    console.error(NEXT);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
