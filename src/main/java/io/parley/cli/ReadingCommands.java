package io.parley.cli;

import static io.parley.cli.CommandParts.command;
import static io.parley.cli.CommandParts.flag;
import static io.parley.cli.CommandParts.options;
import static io.parley.cli.CommandParts.value;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that read what is there: runs, captures. */
final class ReadingCommands {
  private ReadingCommands() {}

  static CommandSpec compare() {
    CommandSpec spec =
        command(
            CommandTree.COMPARE, "Hold two runs against each other: before and after a change.");
    spec.addPositional(runs("BEFORE AFTER"));
    spec.addOption(
        options("--accept", "FILE", "Expected differences, each with its reason; repeatable."));
    spec.addOption(
        options("--noise", "FILE", "What differs anyway, besides what Parley knows; repeatable."));
    spec.addOption(value("--html", "FILE", "Write a page for a browser too."));
    spec.addOption(flag("--json", "Answer in JSON, on one line."));
    spec.addOption(
        flag("--strict", "Any difference that is not accepted fails, as does a run cut off."));
    spec.usageMessage()
        .footer(
            "",
            "Exit codes: 0 nothing got worse, 1 a case that passed does not pass any more (with"
                + " --strict:",
            "anything differs), 2 there is nothing to compare.");
    return spec;
  }

  static CommandSpec agree() {
    CommandSpec spec =
        command(
            CommandTree.AGREE,
            "Show what two targets made of the same scenarios, and why they differ.");
    spec.addPositional(runs("ONE OTHER"));
    spec.addOption(
        value(
            "--reasons",
            "FILE",
            "Why both are right in different ways: lines of a scenario's id, two spaces, the reason."));
    spec.usageMessage()
        .footer(
            "",
            "Exit codes: 0 every difference has a reason and every reason a difference, 1 one has"
                + " not, 2 there is",
            "nothing to hold together.");
    return spec;
  }

  private static PositionalParamSpec runs(String names) {
    return PositionalParamSpec.builder()
        .paramLabel(names)
        .arity("0..2")
        .type(java.util.List.class)
        .auxiliaryTypes(String.class)
        .hideParamSyntax(true)
        .description("Folders that 'run --out' wrote, or their run.json.")
        .build();
  }

  static CommandSpec explain() {
    CommandSpec spec =
        command(CommandTree.EXPLAIN, "Say why a call was refused, and what to do about it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..1")
            .type(String.class)
            .description(
                "A capture (pcap, pcapng), a trace with SIP messages as text, - for standard input,"
                    + " a SIP status (488) or many (4xx), a Microsoft response code (531000), the number that"
                    + " the Zoom client shows (2202488), a release cause (q850:65, or q850 for all), or a"
                    + " Reason header.")
            .build());
    spec.addOption(
        options("--as", "PROFILE", "Judge by this profile only; repeatable. Default: all."));
    spec.addOption(
        value("--against", "WORKING", "Compare with a capture or trace of a call that works."));
    spec.addOption(value("--call", "N", "Look at the call of this number only."));
    spec.addOption(flag("--json", "Answer in JSON, on one line."));
    spec.usageMessage()
        .footer(
            "",
            "Exit codes: 0 nothing is wrong, 1 a call failed or breaks a rule of a profile named by"
                + " --as,",
            "2 it cannot be explained, or not all of it: damaged, empty, no INVITE in it.");
    return spec;
  }

  static CommandSpec scenario() {
    CommandSpec spec = command(CommandTree.NEW, "Write a commented scenario to start from.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ID")
            .arity("0..1")
            .type(String.class)
            .description(
                "Its id, and the name of its file. Default: my-scenario, or the capture's name.")
            .build());
    spec.addOption(
        value(
            "--from",
            "CAPTURE",
            "Write the call of a capture or trace: its offer, and what came back. Keys are"
                + " replaced."));
    spec.addOption(
        value("--as", "PROFILE", "The profile it is for. Default: the far end's, where it shows."));
    spec.addOption(
        value("--call", "N", "The call of this number. Default: the first that failed."));
    return spec;
  }
}
