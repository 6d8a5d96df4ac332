package io.parley.cli;

import io.parley.compare.Agreement;
import io.parley.record.RecordedRun;
import io.parley.record.UnreadableRunException;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** {@code parley agree}: what two targets made of the same scenarios, as a table. */
final class AgreeCommand {
  private static final Pattern REASON = Pattern.compile("([a-z0-9-]+)\\s{2,}(\\S.*)");

  private final Console console;

  AgreeCommand(Console console) {
    this.console = console;
  }

  /**
   * Prints the table.
   *
   * @return passed where every difference has a reason and every reason a difference, else failed
   */
  ExitCode execute(ParseResult parsed) {
    List<String> runs = parsed.matchedPositionalValue(0, List.of());
    if (runs.size() != 2) {
      throw new UsageException(
          "agree: expected two runs, ONE and OTHER: the folders that 'run --out' wrote");
    }
    Map<String, String> reasons =
        new Given(parsed)
            .value("--reasons")
            .map(file -> reasons(Given.path(file)))
            .orElse(Map.of());
    try {
      return told(Given.path(runs.get(0)), Given.path(runs.get(1)), reasons);
    } catch (UnreadableRunException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private ExitCode told(Path first, Path second, Map<String, String> reasons) {
    RecordedRun one = RecordedRun.read(first);
    RecordedRun other = RecordedRun.read(second);
    Agreement agreement = Agreement.of(one, other, reasons);
    console.line(line("case", name(one), name(other), "where not alike"));
    agreement.rows().forEach(r -> console.line(line(r.id(), r.one(), r.other(), r.why())));
    agreement
        .unneeded()
        .forEach(s -> console.line("no difference is left that needs the reason for " + s));
    return agreement.isWhole() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private static String name(RecordedRun run) {
    return run.about("target").orElse("");
  }

  private static String line(String id, String one, String other, String why) {
    return String.format("%-72s %-12s %-12s %s", id, one, other, why).stripTrailing();
  }

  /** Lines of a scenario's id, two spaces, and the reason; # begins a remark. */
  private static Map<String, String> reasons(Path file) {
    Map<String, String> out = new TreeMap<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher m = REASON.matcher(lines.get(i));
        if (m.matches()) {
          out.put(m.group(1), m.group(2));
        } else if (!lines.get(i).matches("#.*|\\s*")) {
          throw new UsageException(
              file
                  + ":"
                  + (i + 1)
                  + ": expected a scenario's id, two spaces and the reason, found '"
                  + lines.get(i)
                  + "'");
        }
      }
      return out;
    } catch (IOException e) {
      throw new UsageException("--reasons: " + file + " cannot be read (" + e.getMessage() + ")");
    }
  }
}
