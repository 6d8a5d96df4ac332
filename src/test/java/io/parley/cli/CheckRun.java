package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.peer.OwnPlace;
import io.parley.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Runs {@code parley check} and compares what it prints: times, ports and dates replaced. */
final class CheckRun {
  private CheckRun() {}

  static void golden(String golden, ExitCode expected, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, false, new Palette(false));
    String[] line = new String[arguments.length + 1];
    line[0] = CommandTree.CHECK;
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    RunOptions options = new RunOptions(CommandTree.build().parseArgs(line).subcommand());
    ExitCode code = new CheckCommand(console).execute(options);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isEqualTo(expected);
    GoldenFile.assertEquals("cli/check-" + golden + ".txt", steady(text));
  }

  private static String steady(String text) {
    return text.replace(OwnPlace.host() + ":", "127.0.0.1:")
        .replaceAll("\\d+(\\.\\d+)? m?s\\b", "N ms")
        .replaceAll("(127\\.0\\.\\d+\\.\\d+):\\d+", "$1:N")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DATE")
        .replaceAll("\\d+ days?\\b", "N days")
        .replaceAll("--target \\S+\\.yaml", "--target my-sbc.yaml");
  }
}
