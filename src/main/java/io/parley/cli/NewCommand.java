package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new UsageException(
          "new: expected an id of small letters, digits and hyphens, found '" + id + "'");
    }
    Path file = folder.resolve(id + ".yaml");
    try {
      Files.writeString(file, text(id), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          "new: there is a file " + id + ".yaml already. Choose another id, or remove it");
    } catch (IOException e) {
      throw new UsageException("new: " + id + ".yaml cannot be written here: " + e.getMessage());
    }
    console.line("wrote " + id + ".yaml; play it: ./parley run " + id + ".yaml");
    return ExitCode.PASSED;
  }

  /** The schema is named where it can be found, so that editors complete and check. */
  private String text(String id) {
    String schema =
        Files.exists(folder.resolve(SCHEMA))
            ? "# yaml-language-server: $schema=" + SCHEMA + "\n"
            : "";
    try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE)) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return schema + template.replace("{id}", id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
