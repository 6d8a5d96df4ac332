package io.parley.cli;

import io.parley.capture.Capture;
import io.parley.capture.CaptureException;
import io.parley.capture.Invitation;
import io.parley.draft.FarEndRuling;
import io.parley.draft.ScenarioDraft;
import io.parley.explain.BrokenRule;
import io.parley.explain.ExplainedCall;
import io.parley.explain.Explanation;
import io.parley.run.ExitCode;
import io.parley.run.Explaining;
import io.parley.run.Rulings;
import io.parley.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** {@code parley new}: a commented scenario to start from. */
final class NewCommand {
  private static final String TEMPLATE = "/scenario-template.yaml";
  private static final String SCHEMA = "scenarios/schema/scenario.schema.json";

  private final Console console;
  private final Path folder;

  /**
   * The command.
   *
   * @param folder where the file is written
   */
  NewCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  /**
   * Writes {@code <id>.yaml}.
   *
   * @throws UsageException when the id is none, or there is such a file
   */
  ExitCode execute(String id) {
    return write(id, template(id), "");
  }

  /**
   * Writes a scenario from a captured call, or one to start from.
   *
   * @param in standard input
   * @throws UsageException when the id is none, or there is such a file
   */
  ExitCode execute(NewOptions options, InputStream in) {
    if (options.from().isEmpty()) {
      return execute(options.id());
    }
    try {
      return captured(options, in);
    } catch (CaptureException e) {
      console.error("parley: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private ExitCode captured(NewOptions options, InputStream in) {
    Capture capture = ExplainCommand.read(options.from().orElseThrow(), in);
    Explanation all = Explaining.explainer(options.as().stream().toList()).explain(capture);
    ExplainedCall call =
        (options.call().isEmpty()
                ? Optional.of(all.telling())
                : all.only(options.call().getAsInt()))
            .orElseThrow(
                () -> new UsageException("--call: " + all.hasNot(options.call().orElse(0))));
    Optional<String> profile = options.as().or(call::farEnd);
    Optional<BrokenRule> rule = all.toThePoint(call).stream().findFirst();
    Invitation begin = call.call().invitations().get(0);
    List<FarEndRuling> rulings = rulings(profile, call.invitation());
    Optional<String> base =
        profile.isPresent()
            ? profile.flatMap(p -> Explaining.goodBase(List.of(p), ScenarioDraft.BASES))
            : Explaining.goodBase(Rulings.refusing(rulings), ScenarioDraft.BASES);
    ScenarioDraft draft =
        new ScenarioDraft(
            options.id(),
            fileName(capture),
            capture.kind().unit(),
            profile,
            base,
            rule.map(BrokenRule::name),
            rule.map(CallText::said),
            rulings,
            rulings(profile, begin));
    return write(
        options.id(),
        draft.of(begin, call.invitation()),
        profile.map(p -> " --profile " + p).orElse(""));
  }

  /** Nobody's where the profile is known: then only that one matters. */
  private static List<FarEndRuling> rulings(Optional<String> profile, Invitation call) {
    return profile.isPresent() || call.answer().isEmpty() ? List.of() : Rulings.of(call);
  }

  /** Without its folders, which are nobody's business. */
  private static String fileName(Capture capture) {
    return capture.name().replaceFirst(".*[/\\\\]", "");
  }

  private ExitCode write(String id, String text, String options) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new UsageException(
          "new: expected an id of small letters, digits and hyphens, found '" + id + "'");
    }
    Path file = folder.resolve(id + ".yaml");
    try {
      Files.writeString(file, schema() + text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          "new: there is a file " + id + ".yaml already. Choose another id, or remove it");
    } catch (IOException e) {
      throw new UsageException("new: " + id + ".yaml cannot be written here: " + e.getMessage());
    }
    console.line("wrote " + id + ".yaml; play it: ./parley run " + id + ".yaml" + options);
    return ExitCode.PASSED;
  }

  /** The schema is named where it can be found, so that editors complete and check. */
  private String schema() {
    return Files.exists(folder.resolve(SCHEMA))
        ? "# yaml-language-server: $schema=" + SCHEMA + "\n"
        : "";
  }

  private static String template(String id) {
    try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{id}", id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
