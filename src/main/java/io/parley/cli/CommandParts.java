package io.parley.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What commands are made of, and the options that several have. */
final class CommandParts {
  private static final String TARGET =
      "What is under test: a shipped name, docker:kamailio, a target file or a SIP URI. Default: embedded,"
          + " Parley's own SBC. embedded@HOST:PORT and docker:kamailio@HOST:PORT call that program on this machine.";

  private CommandParts() {}

  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help.").build());
    return spec;
  }

  static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  static OptionSpec options(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(java.util.List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** What is under test. */
  static void addTarget(CommandSpec spec) {
    spec.addOption(value("--target", "TARGET", TARGET));
  }

  static void addReports(CommandSpec spec) {
    spec.addOption(value("--out", "FOLDER", "Where results go. Default: reports."));
    addCircumstances(spec);
    spec.addOption(flag("--no-html", "Do not generate the HTML report."));
    addMasks(spec);
  }

  static void addCircumstances(CommandSpec spec) {
    spec.addOption(options("--label", "KEY=VALUE", "A label of the run, shown in its reports."));
    spec.addOption(
        options("--note", "TEXT", "What was changed before, for whoever reads it; repeatable."));
    spec.addOption(
        value(
            "--evidence",
            "WHICH",
            "failed: the files of every case, and one zip to mail of each that went wrong. all: a"
                + " zip of each. none: no files of any case. Default: failed."));
  }

  static void addMasks(CommandSpec spec) {
    spec.addOption(flag("--keep-secrets", "Leave keys and digest responses readable in reports."));
    spec.addOption(flag("--mask-numbers", "Mask telephone numbers in reports."));
  }
}
