package io.parley.scenario.files;

import io.parley.model.SourcePosition;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that a scenario names: beside it or below, or elsewhere under the folder {@code scenarios}
 * it lies in, and nowhere else.
 */
public final class Neighbours {
  private final Problems problems;

  /** Reads; what is wrong is noted there. */
  public Neighbours(Problems problems) {
    this.problems = problems;
  }

  /** The file that is named; what is wrong with it is in the problems. */
  public Optional<SourceFile> read(SourceFile by, String name, SourcePosition at) {
    Path from = Path.of(by.name()).toAbsolutePath().normalize();
    Path file = from.resolveSibling(name).normalize();
    if (Path.of(name).isAbsolute() || !file.startsWith(root(from))) {
      problems.add(
          at,
          "'" + name + "' lies outside the scenarios",
          "Name a file beside this one, below it, or under the same folder 'scenarios'.");
      return Optional.empty();
    }
    if (by.path().isEmpty()) {
      String packed = Yaml.name(Path.of(by.name()).resolveSibling(name).normalize());
      Optional<String> text = PackedFolder.text(packed, problems);
      if (text.isEmpty()) {
        missing(name, at);
      }
      return text.map(t -> new SourceFile(packed, by.category(), Optional.empty(), t));
    }
    Path path = by.path().get().resolveSibling(name).normalize();
    if (!Files.isRegularFile(path)) {
      missing(name, at);
      return Optional.empty();
    }
    return Yaml.text(path, problems)
        .map(t -> new SourceFile(Yaml.name(path), by.category(), Optional.of(path), t));
  }

  private void missing(String name, SourcePosition at) {
    problems.add(
        at, "there is no file '" + name + "'", "It is looked for from this file's folder.");
  }

  /** The nearest folder {@code scenarios} above, else the file's own folder. */
  private static Path root(Path file) {
    for (Path p = file.getParent(); p != null && p.getFileName() != null; p = p.getParent()) {
      if (p.getFileName().toString().equals("scenarios")) {
        return p;
      }
    }
    return file.getParent();
  }
}
