package io.parley.merge;

import io.parley.record.RecordedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder that a run wrote.
 *
 * @param path as the user named it
 * @param run what its {@code run.json} says
 * @param part which part of a larger run it was; empty = none
 */
record RunFolder(Path path, RecordedRun run, Optional<Part> part) {

  /**
   * Reads it.
   *
   * @throws io.parley.record.UnreadableRunException when there is no run
   */
  static RunFolder read(Path path) {
    RecordedRun run = RecordedRun.read(path);
    Path folder = Files.isDirectory(path) ? path : run.path().toAbsolutePath().getParent();
    return new RunFolder(folder, run, Part.of(run.run()));
  }

  /** When it began; the beginning of time where it does not say. */
  Instant started() {
    return run.about("started").flatMap(Times::of).orElse(Instant.EPOCH);
  }

  /** A line for the user: {@code s1: shard 1/3, 376 cases}, and how it ended unless well. */
  String words() {
    int cases = run.cases().size();
    return path
        + ": "
        + part.map(p -> "shard " + p.shard() + ", ").orElse("")
        + cases
        + (cases == 1 ? " case" : " cases")
        + run.damage().map(d -> ", its record is damaged (" + d + ")").orElse(ended());
  }

  private String ended() {
    return switch (run.end()) {
      case "finished" -> "";
      case "interrupted" -> ", interrupted";
      default -> ", killed before its end";
    };
  }
}
