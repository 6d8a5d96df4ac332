package io.parley.target;

import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the hooks of a target file; a program that is not there is told at once. */
final class HooksReader {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Problems problems;
  private final Path folder;

  /**
   * A reader.
   *
   * @param folder of the target file; programs named with a slash are looked for from there
   */
  HooksReader(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  Hooks read(TargetFile.HooksKeys keys) {
    Duration within = keys.within().orElse(WITHIN);
    return new Hooks(
        hook("before-run", keys.beforeRun(), within),
        hook("after-failed-case", keys.afterFailedCase(), within),
        hook("restart-when-dead", keys.restartWhenDead(), within));
  }

  private Optional<Hooks.Hook> hook(
      String name, Optional<Located<List<String>>> written, Duration within) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = written.get().value();
    String program = command.isEmpty() ? "" : command.get(0);
    Optional<Path> found = program.isEmpty() ? Optional.empty() : find(program);
    if (found.isEmpty()) {
      problems.add(
          written.get().at(),
          name
              + (program.isEmpty()
                  ? ": expected a program and its arguments, found an empty list"
                  : ": there is no program '" + program + "' that may be executed"),
          "Write [program, argument, …]: a name is looked for in PATH, a path from the folder of"
              + " this file. No shell is involved; name one where it is wanted.");
      return Optional.empty();
    }
    List<String> whole = new ArrayList<>(command);
    whole.set(0, found.get().toString());
    return Optional.of(new Hooks.Hook(name, whole, folder, within));
  }

  private Optional<Path> find(String program) {
    Stream<Path> places =
        program.contains("/") || program.contains(File.separator)
            ? Stream.of(folder)
            : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
    return places
        .map(p -> p.resolve(program).toAbsolutePath().normalize())
        .filter(p -> Files.isRegularFile(p) && Files.isExecutable(p))
        .findFirst();
  }
}
