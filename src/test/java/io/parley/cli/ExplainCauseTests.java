package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.GoldenFile;
import io.parley.diagnosis.ReleaseCause;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley explain} prints of release causes and Reason headers. */
public class ExplainCauseTests {
  private static final String TRACE = "src/test/resources/captures/reasons.txt";
  private static final String MICROSOFT =
      "Reason: Q.850;cause=63;text=\"9810e5a9-667c-4513-8d3a-5d83503e1c71;Current call site state"
          + " prevents fork to this entity.\"";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeMethod
  public void clear() {
    out.reset();
  }

  @DataProvider
  public Object[][] shown() {
    return new Object[][] {
      {"cause", ExitCode.PASSED, List.of("q850:34")},
      {"causes", ExitCode.PASSED, List.of("q850")},
      {"cause-of-a-class", ExitCode.PASSED, List.of("Q.850;cause=33")},
      {"cause-freeswitch", ExitCode.PASSED, List.of("q850:604")},
      {"cause-small", ExitCode.PASSED, List.of("21")},
      {"cause-json", ExitCode.PASSED, List.of("cause 34", "--json")},
      {"cause-microsoft", ExitCode.PASSED, List.of(MICROSOFT)},
      {"reasons", ExitCode.FAILED, List.of(TRACE, "--as", "sipconnect")},
      {"reasons-json", ExitCode.FAILED, List.of(TRACE, "--as", "sipconnect", "--json")},
    };
  }

  @Test(dataProvider = "shown")
  public void itReadsAsWritten(String golden, ExitCode expected, List<String> arguments) {
    ExitCode code = explain(arguments);
    assertThat(code).isEqualTo(expected);
    GoldenFile.assertEquals("cli/explain-" + golden + ".txt", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  public void everyCauseIsFoundHoweverItIsWritten() {
    for (ReleaseCause c : ReleaseCause.all()) {
      for (String form : List.of("q850:", "Q.850 ", "cause=", "Q.850;cause=", "isup ")) {
        clear();
        assertThat(explain(List.of(form + c.number()))).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString(StandardCharsets.UTF_8))
            .contains(c.name(), "cause  ", "next  ", "who  ", "source  ");
      }
    }
  }

  @DataProvider
  public Object[][] none() {
    return new Object[][] {
      {"q850:0", "those of Q.850 are 1 to 127"},
      {"q850:128", "nobody is known who sends 128"},
      {"q850:" + "9".repeat(18), "those of Q.850 are 1 to 127"},
      {"Preemption;cause=1", "cause 1 of Preemption, whose causes are not known here"},
    };
  }

  @Test(dataProvider = "none")
  public void whatIsNoCauseSaysWhy(String text, String words) {
    assertThatThrownBy(() -> explain(List.of(text)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words);
  }

  /** A text of any length is a cause, or a file that is not there. */
  @Test
  public void hostileTextsAreRefusedInWords() {
    for (String text : List.of("q850:" + "9".repeat(100_000), "Q.850" + ";".repeat(100_000))) {
      assertThat(explain(List.of(text))).isEqualTo(ExitCode.USAGE);
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("parley: ");
    }
  }

  private ExitCode explain(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(CommandTree.EXPLAIN));
    line.addAll(arguments);
    Console console = new Console(out, out, false, new Palette(false));
    ExplainOptions options =
        ExplainOptions.of(CommandTree.build().parseArgs(line.toArray(String[]::new)).subcommand());
    return new ExplainCommand(console, new ByteArrayInputStream(new byte[0])).execute(options);
  }
}
