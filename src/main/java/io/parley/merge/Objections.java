package io.parley.merge;

import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Why some runs are not parts of one. */
final class Objections {
  private final List<String> lines = new ArrayList<>();

  private Objections() {}

  /** Everything that is wrong with these; empty = they can be merged. */
  static List<String> to(List<RunFolder> folders) {
    Objections out = new Objections();
    folders.forEach(out::format);
    out.sameFolder(folders);
    out.differing(folders, "were played at different targets", Objections::target);
    out.differing(folders, "are parts of different runs", Objections::kind);
    out.differing(
        folders,
        "are parts of different lists of cases, or the texts of their scenarios differ",
        f -> f.part().map(p -> p.scenarios() + p.all()).orElse(""),
        f -> "");
    out.scenarios(folders);
    return out.lines;
  }

  private void format(RunFolder folder) {
    if (folder.run().format() != RecordedRun.FORMAT) {
      lines.add(
          folder.run().path()
              + ": expected format "
              + RecordedRun.FORMAT
              + ", found "
              + folder.run().format()
              + " of another Parley. Play that part again with this one");
    }
  }

  private void sameFolder(List<RunFolder> folders) {
    Map<Path, Path> known = new HashMap<>();
    for (RunFolder folder : folders) {
      Path before = known.putIfAbsent(real(folder.path()), folder.path());
      if (before != null) {
        lines.add(folder.path() + ": is the same run as " + before + ". Name each run once");
      }
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static String target(RunFolder folder) {
    return folder.run().about("target").orElse("");
  }

  private static String kind(RunFolder folder) {
    return folder.part().map(p -> "one of " + p.shard().total() + " shards").orElse("a whole run");
  }

  private void differing(
      List<RunFolder> folders, String what, Function<RunFolder, String> property) {
    differing(folders, what, property, f -> " (" + property.apply(f) + ")");
  }

  private void differing(
      List<RunFolder> folders,
      String what,
      Function<RunFolder, String> property,
      Function<RunFolder, String> words) {
    RunFolder first = folders.get(0);
    folders.stream()
        .filter(f -> !property.apply(f).equals(property.apply(first)))
        .findFirst()
        .ifPresent(
            other ->
                lines.add(
                    first.path()
                        + words.apply(first)
                        + " and "
                        + other.path()
                        + words.apply(other)
                        + " "
                        + what
                        + ". What is merged is one run's: the same scenarios at the same target. How"
                        + " two runs differ: './parley compare'"));
  }

  /** The same case of two versions of a scenario. */
  private void scenarios(List<RunFolder> folders) {
    Map<String, RecordedCase> known = new HashMap<>();
    for (RunFolder folder : folders) {
      for (RecordedCase played : folder.run().cases()) {
        RecordedCase before = known.putIfAbsent(played.id(), played);
        if (before != null && !before.hash().equals(played.hash())) {
          lines.add(
              folder.path()
                  + ": "
                  + played.id()
                  + " was played from another text of its scenario than in the folder before it."
                  + " Play one of the two again");
          return;
        }
      }
    }
  }
}
