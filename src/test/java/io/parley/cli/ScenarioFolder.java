package io.parley.cli;

import io.parley.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary folder with scenario files. */
record ScenarioFolder(Path path) {

  static ScenarioFolder create() {
    try {
      return new ScenarioFolder(Scratch.folder("it-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a scenario that makes one call with a plain offer. */
  ScenarioFolder scenario(String id, String... lines) {
    return file(
        id + ".yaml", "scenario: A plain call\nid: " + id + "\n" + String.join("\n", lines) + "\n");
  }

  /** Writes any file. */
  ScenarioFolder file(String name, String text) {
    try {
      Files.writeString(path.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
