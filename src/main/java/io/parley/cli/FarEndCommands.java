package io.parley.cli;

import static io.parley.cli.CommandParts.addReports;
import static io.parley.cli.CommandParts.addTarget;
import static io.parley.cli.CommandParts.command;
import static io.parley.cli.CommandParts.flag;
import static io.parley.cli.CommandParts.options;
import static io.parley.cli.CommandParts.value;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands in which Parley plays somebody: a far end, or a phone. */
final class FarEndCommands {
  private FarEndCommands() {}

  static CommandSpec serve() {
    CommandSpec spec =
        command(
            CommandTree.SERVE,
            "Play a far end for a real SBC or phone, and say what it thinks of each call.");
    spec.addOption(value("--as", "PROFILE", "Whose part is played, for example zoom-byoc."));
    spec.addOption(
        value(
            "--certify",
            "PHONE",
            "Try a phone that registers and calls here, step by step, and certify what it does:"
                + " yealink-t4x, or the file of one of yours."));
    spec.addOption(
        value(
            "--srtp",
            "MODE",
            "How the phone of --certify is set up: off, optional or mandatory. Default: as it is"
                + " delivered."));
    spec.addOption(
        value(
            "--firmware",
            "TEXT",
            "The phone's firmware, for the certificate. Default: what it says."));
    spec.addOption(
        options("--listen", "TRANSPORT:ADDRESS:PORT", "Where: udp:, tcp: or tls:; repeatable."));
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
        options(
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
    spec.addOption(
        value(
            "--certificate",
            "FILE",
            "PEM file of our certificate, for tls. Default: one is made, and the file of its authority told."));
    spec.addOption(value("--key", "FILE", "PEM file of our private key, for tls."));
    spec.addOption(value("--ca", "FILE", "PEM file of those who may vouch for a caller's."));
    spec.addOption(flag("--mutual", "Who calls over TLS must show a certificate."));
    addReports(spec);
    return spec;
  }

  static CommandSpec certify() {
    CommandSpec spec =
        command(
            CommandTree.CERTIFY,
            "Play a desk phone at an SBC, and certify what the two do together.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PHONE")
            .arity("0..1")
            .type(String.class)
            .description("A shipped phone, for example yealink-t4x, or the file of one of yours.")
            .build());
    addTarget(spec);
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
}
