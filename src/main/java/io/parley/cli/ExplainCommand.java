package io.parley.cli;

import io.parley.capture.Capture;
import io.parley.capture.CaptureException;
import io.parley.capture.CaptureFile;
import io.parley.explain.CodeLookup;
import io.parley.explain.Comparison;
import io.parley.explain.ExplainedCall;
import io.parley.explain.Explainer;
import io.parley.explain.Explanation;
import io.parley.explain.ExplanationJson;
import io.parley.run.ExitCode;
import io.parley.run.Explaining;
import io.parley.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code parley explain}: why a call was refused, and what to do. */
final class ExplainCommand {
  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private final InputStream in;

  /**
   * The command.
   *
   * @param in standard input
   */
  ExplainCommand(Console console, InputStream in) {
    this.console = console;
    this.in = in;
  }

  /**
   * Explains a code, a trace or a capture.
   *
   * @return passed when nothing is wrong with it, failed when something is, usage when it cannot be
   *     explained, or not all of it
   */
  ExitCode execute(ExplainOptions options) {
    if (options.input().isEmpty()) {
      throw new UsageException(
          "explain: expected a capture, a trace, - for standard input, or a code such as 488");
    }
    try {
      return isCode(options.input()) ? code(options) : capture(options);
    } catch (CaptureException e) {
      console.error("parley: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  /** A file of that name wins. */
  private static boolean isCode(String input) {
    try {
      return CodeLookup.isCode(input) && !Files.exists(Path.of(input));
    } catch (InvalidPathException e) {
      return CodeLookup.isCode(input);
    }
  }

  private ExitCode code(ExplainOptions options) {
    options
        .aboutCalls()
        .ifPresent(
            option -> {
              throw new UsageException(
                  "%s: expected a capture or a trace with it, found the code %s. Leave %s out"
                      .formatted(option, options.input(), option));
            });
    CodeLookup lookup = CodeLookup.of(options.input());
    if (lookup.isEmpty()) {
      throw new UsageException("explain: " + lookup.asked() + ": " + lookup.reading());
    }
    if (options.json()) {
      console.line(ExplanationJson.of(lookup));
    } else {
      new CodeText(console.palette()).lines(lookup).forEach(console::line);
    }
    return ExitCode.PASSED;
  }

  private ExitCode capture(ExplainOptions options) {
    Explainer explainer = Explaining.explainer(options.as());
    Explanation all = explainer.explain(read(options.input()));
    Explanation asked = options.call().isPresent() ? only(all, options.call().getAsInt()) : all;
    if (options.against().isPresent()) {
      return compare(asked, explainer.explain(read(options.against().get())), options.json());
    }
    if (options.json()) {
      ExplanationJson.write(asked, console::part);
      console.line("");
    } else {
      new ExplanationText(console.palette()).lines(asked).forEach(console::line);
    }
    return end(asked, asked.objects());
  }

  private ExitCode compare(Explanation failing, Explanation working, boolean json) {
    Comparison comparison = Comparison.of(failing.telling(), working.working());
    if (json) {
      console.line(ExplanationJson.of(comparison));
    } else {
      new ComparisonText(console.palette())
          .lines(comparison, failing.capture().name(), working.capture().name())
          .forEach(console::line);
    }
    ExitCode second = end(working, false);
    ExitCode first = end(failing, !comparison.differences().isEmpty());
    return second == ExitCode.USAGE ? second : first;
  }

  /** What could not be read is told last, where it is seen, and is no success. */
  private ExitCode end(Explanation explanation, boolean objects) {
    Capture capture = explanation.capture();
    List<ExplainedCall> calls = explanation.calls();
    capture
        .damage()
        .ifPresent(
            d ->
                console.error(
                    "parley: "
                        + capture.name()
                        + " "
                        + d
                        + ". What is before it was explained; copy the file again, or let the"
                        + " capture end properly."));
    if (capture.damage().isPresent()
        || calls.stream().allMatch(c -> c.invitation().request().cut())) {
      return ExitCode.USAGE;
    }
    return objects ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private static Explanation only(Explanation all, int number) {
    ExplainedCall call =
        all.only(number).orElseThrow(() -> new UsageException("--call: " + all.hasNot(number)));
    return new Explanation(all.capture(), all.profiles(), all.named(), List.of(call));
  }

  private Capture read(String input) {
    return read(input, in);
  }

  /**
   * Reads a file, or standard input.
   *
   * @throws CaptureException when it cannot be read
   */
  static Capture read(String input, InputStream in) {
    try {
      return input.equals(STANDARD_INPUT)
          ? CaptureFile.read("standard input", in)
          : CaptureFile.read(Path.of(input));
    } catch (InvalidPathException e) {
      throw new CaptureException("'" + input + "' is not a path: " + e.getReason());
    } catch (IOException e) {
      throw new CaptureException("standard input: cannot be read: " + e.getMessage());
    }
  }
}
