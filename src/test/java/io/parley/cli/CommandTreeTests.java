package io.parley.cli;

import io.parley.GoldenFile;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

public class CommandTreeTests {

  @DataProvider
  public Object[][] commands() {
    return new Object[][] {
      {"run"},
      {"check"},
      {"validate"},
      {"list"},
      {"new"},
      {"explain"},
      {"compare"},
      {"agree"},
      {"merge"},
      {"certify"},
      {"serve"}
    };
  }

  @Test
  public void helpOfTheProgramReadsAsWritten() {
    GoldenFile.assertEquals("cli/help.txt", CommandTree.build().getUsageMessage(Ansi.OFF));
  }

  @Test(dataProvider = "commands")
  public void helpOfEachCommandReadsAsWritten(String name) {
    CommandLine command = CommandTree.build().getSubcommands().get(name);
    GoldenFile.assertEquals("cli/help-" + name + ".txt", command.getUsageMessage(Ansi.OFF));
  }
}
