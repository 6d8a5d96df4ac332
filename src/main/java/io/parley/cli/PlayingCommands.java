package io.parley.cli;

import static io.parley.cli.CommandParts.addCircumstances;
import static io.parley.cli.CommandParts.addMasks;
import static io.parley.cli.CommandParts.addTarget;
import static io.parley.cli.CommandParts.command;
import static io.parley.cli.CommandParts.flag;
import static io.parley.cli.CommandParts.options;
import static io.parley.cli.CommandParts.value;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands about scenarios and the runs that play them. */
final class PlayingCommands {
  private PlayingCommands() {}

  static CommandSpec run() {
    CommandSpec spec = command(CommandTree.RUN, "Play scenarios at a target and report.");
    addSelection(spec);
    addShard(spec);
    spec.addOption(value("--out", "FOLDER", "Where results go. Default: reports."));
    spec.addOption(
        value(
            "--transport",
            "NAME",
            "udp, tcp or tls, for calls that name none. Default: the target's first."));
    spec.addOption(
        value("--workers", "N", "Cases played at once. Default: what the target bears, up to 48."));
    addCircumstances(spec);
    spec.addOption(flag("--no-check", "Do not ask a remote target first whether it is there."));
    addRepetition(spec);
    spec.addOption(flag("--dry-run", "Say what would be played, and send nothing."));
    spec.addOption(
        OptionSpec.builder("-v", "--verbose")
            .type(boolean.class)
            .description(
                "Print the messages of each case: as they cross where one case is played at a time"
                    + " (--workers 1), else once it is over; secrets masked.")
            .build());
    spec.addOption(flag("--no-html", "Do not generate the HTML report."));
    spec.addOption(
        flag("--strict-inferred", "What is known by inference only fails too, instead of a note."));
    addMasks(spec);
    return spec;
  }

  private static void addRepetition(CommandSpec spec) {
    spec.addOption(
        value(
            "--retries",
            "N",
            "Play a case that failed or broke again, up to N times. If it passes then, it is"
                + " flaky: told apart, not a failure."));
    spec.addOption(flag("--fail-on-flaky", "A flaky case makes the exit code 1."));
    spec.addOption(value("--repeat", "N", "Play every case N times; the worst play counts."));
    spec.addOption(flag("--fail-fast", "Start no further case once one failed or broke."));
    spec.addOption(
        value("--max-failures", "N", "Start no further case once N of them failed or broke."));
  }

  static CommandSpec list() {
    CommandSpec spec = command(CommandTree.LIST, "List the cases that would be played.");
    addSelection(spec);
    addShard(spec);
    return spec;
  }

  static CommandSpec validate() {
    CommandSpec spec = command(CommandTree.VALIDATE, "Check scenarios without sending anything.");
    addSelection(spec);
    spec.addOption(flag("--strict", "Warnings are errors too."));
    return spec;
  }

  static CommandSpec check() {
    CommandSpec spec =
        command(CommandTree.CHECK, "Find out whether a target is ready, and what to change.");
    addTarget(spec);
    spec.addOption(options("--profile", "NAME", "Check under this profile only; repeatable."));
    return spec;
  }

  static CommandSpec merge() {
    CommandSpec spec =
        command(
            CommandTree.MERGE,
            "Put runs together that each played a part: shards, or what was left.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FOLDER")
            .arity("0..*")
            .type(java.util.List.class)
            .auxiliaryTypes(String.class)
            .description("What the runs wrote, see run --out.")
            .build());
    spec.addOption(value("--out", "FOLDER", "Where the merged run goes. Default: reports."));
    spec.addOption(flag("--partial", "Cases that no run has are all right."));
    spec.addOption(flag("--fail-on-flaky", "A flaky case makes the exit code 1."));
    spec.addOption(flag("--no-html", "Do not generate the HTML report."));
    spec.usageMessage()
        .footer(
            "",
            "Exit codes: those of one run of all cases; also 3 where cases are missing and none"
                + " failed,",
            "130 where a run was interrupted or killed and nobody played what it left.");
    return spec;
  }

  private static void addSelection(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(java.util.List.class)
            .auxiliaryTypes(String.class)
            .description("Scenario files or folders. Default: the shipped scenarios.")
            .build());
    spec.addOption(options("--profile", "NAME", "Under this profile only; repeatable."));
    spec.addOption(options("--tag", "TAG", "Cases with this tag only; repeatable, any fits."));
    addTarget(spec);
    spec.addOption(options("--set", "NAME=VALUE", "Set a variable; repeatable."));
  }

  private static void addShard(CommandSpec spec) {
    spec.addOption(
        value(
            "--shard",
            "I/N",
            "Take only part I of N, counted from 1. A case is always in the same part."));
  }
}
