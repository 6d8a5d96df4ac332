package io.parley.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

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
  static final String MERGE = "merge";
  static final String CERTIFY = "certify";

  private static final String TARGET =
      "What is under test: a shipped name, a target file, a SIP URI or docker:kamailio. Default: embedded,"
          + " Parley's own SBC. embedded@HOST:PORT and docker:kamailio@HOST:PORT call that program on this machine.";

  private CommandTree() {}

  /** The whole tree, ready to parse. */
  static CommandLine build() {
    CommandSpec root = command("parley", "Plays SIP calls at an SBC and judges what comes back.");
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
    line.addSubcommand(RUN, run());
    line.addSubcommand(CHECK, check());
    line.addSubcommand(VALIDATE, validate());
    line.addSubcommand(LIST, list());
    line.addSubcommand(NEW, scenario());
    line.addSubcommand(EXPLAIN, explain());
    line.addSubcommand(SERVE, serve());
    line.addSubcommand(COMPARE, compare());
    line.addSubcommand(MERGE, merge());
    line.addSubcommand(CERTIFY, certify());
    line.setUsageHelpWidth(100);
    return line;
  }

  private static CommandSpec run() {
    CommandSpec spec = command(RUN, "Play scenarios at a target and report.");
    addSelection(spec);
    addShard(spec);
    spec.addOption(value("--out", "FOLDER", "Where results go. Default: reports."));
    spec.addOption(
        value(
            "--transport",
            "NAME",
            "udp, tcp or tls, for calls that name none. Default: the target's first."));
    spec.addOption(
        value("--workers", "N", "Cases played at once. Default: what the target bears, up to 32."));
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

  private static CommandSpec check() {
    CommandSpec spec = command(CHECK, "Find out whether a target is ready, and what to change.");
    spec.addOption(value("--target", "TARGET", TARGET));
    spec.addOption(list("--profile", "NAME", "Check under this profile only; repeatable."));
    return spec;
  }

  private static CommandSpec validate() {
    CommandSpec spec = command(VALIDATE, "Check scenarios without sending anything.");
    addSelection(spec);
    spec.addOption(flag("--strict", "Warnings are errors too."));
    return spec;
  }

  private static CommandSpec list() {
    CommandSpec spec = command(LIST, "List the cases that would be played.");
    addSelection(spec);
    addShard(spec);
    return spec;
  }

  private static CommandSpec serve() {
    CommandSpec spec =
        command(
            SERVE, "Play a far end for a real SBC or phone, and say what it thinks of each call.");
    spec.addOption(value("--as", "PROFILE", "Whose part is played, for example zoom-byoc."));
    spec.addOption(
        list("--listen", "TRANSPORT:ADDRESS:PORT", "Where: udp:, tcp: or tls:; repeatable."));
    spec.addOption(value("--calls", "N", "End after so many calls."));
    spec.addOption(value("--for", "TIME", "End after that time: 60s, 5m. Default: at Ctrl-C."));
    spec.addOption(value("--dial", "NUMBER", "Call a number as this far end does."));
    spec.addOption(
        value(
            "--target",
            "TARGET",
            "Whom --dial calls through: a target file, or sip:ADDRESS:PORT" + " on this machine."));
    spec.addOption(value("--hold", "TIME", "How long --dial holds its call. Default: 5s."));
    spec.addOption(
        list(
            "--number",
            "ROLE=NUMBER",
            "Who is known: callee, busy, declined, cost, error, unavailable; repeatable. Default:"
                + " every number is taken."));
    spec.addOption(
        value(
            "--session-timer",
            "TIME",
            "Ask for that session interval in every call (RFC 4028). Default: where the other side"
                + " does."));
    spec.addOption(value("--certificate", "FILE", "PEM file of our certificate, for tls."));
    spec.addOption(value("--key", "FILE", "PEM file of our private key, for tls."));
    spec.addOption(value("--ca", "FILE", "PEM file of those who may vouch for a caller's."));
    spec.addOption(flag("--mutual", "Who calls over TLS must show a certificate."));
    addReports(spec);
    return spec;
  }

  private static CommandSpec certify() {
    CommandSpec spec =
        command(CERTIFY, "Play a desk phone at an SBC, and certify what the two do together.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PHONE")
            .arity("0..1")
            .type(String.class)
            .description("A shipped phone, for example yealink-t4x, or the file of one of yours.")
            .build());
    spec.addOption(value("--target", "TARGET", TARGET));
    spec.addOption(
        value(
            "--profile",
            "FAR-END",
            "The far end behind the SBC. Default: sipconnect where the target has it."));
    spec.addOption(value("--firmware", "TEXT", "The phone's firmware, for the certificate."));
    spec.addOption(value("--sbc", "TEXT", "The SBC's name, for the certificate."));
    spec.addOption(
        value("--workers", "N", "Cases played at once. Default: what the target bears."));
    spec.addOption(flag("--no-check", "Do not ask a remote target first whether it is there."));
    spec.addOption(flag("--strict", "A certificate with reservations is a failure too."));
    addReports(spec);
    spec.usageMessage()
        .footer(
            "",
            "Exit codes: 0 certified, with reservations too, 1 not certified, 2 usage or file error,",
            "3 could not be tested, 130 interrupted.");
    return spec;
  }

  private static void addReports(CommandSpec spec) {
    spec.addOption(value("--out", "FOLDER", "Where results go. Default: reports."));
    addCircumstances(spec);
    spec.addOption(flag("--no-html", "Do not generate the HTML report."));
    addMasks(spec);
  }

  private static void addCircumstances(CommandSpec spec) {
    spec.addOption(list("--label", "KEY=VALUE", "A label of the run, shown in its reports."));
    spec.addOption(
        list("--note", "TEXT", "What was changed before, for whoever reads it; repeatable."));
    spec.addOption(
        value(
            "--evidence",
            "WHICH",
            "failed: the files of every case, and one zip to mail of each that went wrong. all: a"
                + " zip of each. none: no files of any case. Default: failed."));
  }

  private static void addMasks(CommandSpec spec) {
    spec.addOption(flag("--keep-secrets", "Leave keys and digest responses readable in reports."));
    spec.addOption(flag("--mask-numbers", "Mask telephone numbers in reports."));
  }

  private static CommandSpec compare() {
    CommandSpec spec =
        command(COMPARE, "Hold two runs against each other: before and after a change.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("BEFORE AFTER")
            .arity("0..2")
            .type(java.util.List.class)
            .auxiliaryTypes(String.class)
            .hideParamSyntax(true)
            .description("Folders that 'run --out' wrote, or their run.json.")
            .build());
    spec.addOption(
        list("--accept", "FILE", "Expected differences, each with its reason; repeatable."));
    spec.addOption(
        list("--noise", "FILE", "What differs anyway, besides what Parley knows; repeatable."));
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

  private static CommandSpec scenario() {
    CommandSpec spec = command(NEW, "Write a commented scenario to start from.");
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

  private static CommandSpec explain() {
    CommandSpec spec = command(EXPLAIN, "Say why a call was refused, and what to do about it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..1")
            .type(String.class)
            .description(
                "A capture (pcap, pcapng), a trace with SIP messages as text, - for standard input,"
                    + " a SIP status (488), a Microsoft response code (531000), or the number that"
                    + " the Zoom client shows (2202488).")
            .build());
    spec.addOption(
        list("--as", "PROFILE", "Judge by this profile only; repeatable. Default: all."));
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

  private static void addSelection(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(java.util.List.class)
            .auxiliaryTypes(String.class)
            .description("Scenario files or folders. Default: the shipped scenarios.")
            .build());
    spec.addOption(list("--profile", "NAME", "Play under this profile only; repeatable."));
    spec.addOption(list("--tag", "TAG", "Play cases with this tag only; repeatable, any fits."));
    spec.addOption(value("--target", "TARGET", TARGET));
    spec.addOption(list("--set", "NAME=VALUE", "Set a variable; repeatable."));
  }

  private static CommandSpec merge() {
    CommandSpec spec =
        command(MERGE, "Put runs together that each played a part: shards, or what was left.");
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

  private static void addShard(CommandSpec spec) {
    spec.addOption(
        value(
            "--shard",
            "I/N",
            "Take only part I of N, counted from 1. A case is always in the same part."));
  }

  private static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help.").build());
    return spec;
  }

  private static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(java.util.List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }
}
