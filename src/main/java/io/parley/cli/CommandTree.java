package io.parley.cli;

import io.parley.run.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands and their options, built in code: reading annotations would cost a tenth of a second
 * at each start.
 */
final class CommandTree {
  static final String RUN = "run";
  static final String VALIDATE = "validate";
  static final String LIST = "list";
  static final String CHECK = "check";
  static final String NEW = "new";
  static final String EXPLAIN = "explain";
  static final String SERVE = "serve";
  static final String COMPARE = "compare";
  static final String AGREE = "agree";
  static final String MERGE = "merge";
  static final String CERTIFY = "certify";

  /** Characters in a line of help, where the terminal has as many. */
  static final int WIDTH = 100;

  private CommandTree() {}

  /** The whole tree, ready to parse. */
  static CommandLine build() {
    CommandSpec root =
        CommandParts.command("parley", "Plays SIP calls at an SBC and judges what comes back.");
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    root.version("parley " + Version.text());
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0 all passed, 1 a case failed, 2 usage or scenario error or nothing to"
                + " play,",
            "3 a case could not be tested, 130 interrupted.");
    CommandLine line = new CommandLine(root);
    line.addSubcommand(RUN, PlayingCommands.run());
    line.addSubcommand(CHECK, PlayingCommands.check());
    line.addSubcommand(VALIDATE, PlayingCommands.validate());
    line.addSubcommand(LIST, PlayingCommands.list());
    line.addSubcommand(NEW, ReadingCommands.scenario());
    line.addSubcommand(EXPLAIN, ReadingCommands.explain());
    line.addSubcommand(SERVE, FarEndCommands.serve());
    line.addSubcommand(COMPARE, ReadingCommands.compare());
    line.addSubcommand(AGREE, ReadingCommands.agree());
    line.addSubcommand(MERGE, PlayingCommands.merge());
    line.addSubcommand(CERTIFY, FarEndCommands.certify());
    line.setUsageHelpWidth(WIDTH);
    return line;
  }
}
