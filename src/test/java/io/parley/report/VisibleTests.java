package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Nothing that a stranger sends stays invisible, or steers who shows it. */
public class VisibleTests {

  @DataProvider
  public Object[][] texts() {
    return new Object[][] {
      {"\u001b[31mred", "\\x1b[31mred"},
      {"a\u0000b\u007f\u0085", "a\\x00b\\x7f\\x85"},
      {"user\u202egnp.exe", "user\\{u+202e}gnp.exe"},
      {"zero\u200bwidth\ufeff", "zero\\{u+200b}width\\{u+feff}"},
      {"a\u2028b", "a\\{u+2028}b"},
      {"half \ud800", "half \\{u+d800}"},
      {"tag \udb40\udc41", "tag \\{u+e0041}"},
      {"Grün \ud83d\ude00 \u05d0\u4e2d", "Grün \ud83d\ude00 \u05d0\u4e2d"},
      {"tab\tline\nnext\rreturn", "tab\tline\nnext\\x0dreturn"},
    };
  }

  @Test(dataProvider = "texts")
  public void whatIsNotSeenIsNamed(String text, String shown) {
    assertThat(Visible.text(text)).isEqualTo(shown);
  }

  /** Not among the rows: the names of those stand in an XML file, where this may not. */
  @Test
  public void whatIsNoCharacterIsNamed() {
    assertThat(Visible.text("none \uffff\ufdd0")).isEqualTo("none \\{u+ffff}\\{u+fdd0}");
  }

  @Test
  public void ofAMessageLineEndsAreShown() {
    assertThat(Visible.of("a\r\nb\nc\u202e".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a\nb\\n\nc\\{u+202e}");
    assertThat(Visible.of(new byte[] {'a', (byte) 0xff, 0x1b})).isEqualTo("a\\xff\\x1b");
  }

  @Test
  public void aLineIsOneLine() {
    assertThat(Visible.line("a\r\nb\nc")).doesNotContain("\n");
  }
}
