package io.parley.scenario.files;

import io.parley.model.SourcePosition;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and reads scenario files. */
public final class ScenarioFiles {
  /** Folders next to scenarios that hold something else. */
  private static final Set<String> OTHERS =
      Set.of(
          "offers",
          "profiles",
          "phones",
          "certify",
          "requirements",
          "targets",
          "schema",
          "diagnosis",
          "rows",
          "steps");

  private static final Path HERE = Path.of("scenarios");

  private final Problems problems;
  private final Set<Path> seen = new HashSet<>();
  private final List<SourceFile> found = new ArrayList<>();

  /** Finds; what is wrong is noted there. */
  public ScenarioFiles(Problems problems) {
    this.problems = problems;
  }

  /**
   * The files that the user named, and those in the folders named. Without a name those of the
   * folder {@code scenarios} here, else the shipped ones; a folder that holds profiles, phones or
   * offers alone has none of its own.
   */
  public List<SourceFile> find(List<Path> paths) {
    if (paths.isEmpty()) {
      standard();
    } else {
      paths.forEach(this::add);
    }
    return found;
  }

  private void standard() {
    List<Path> here = Files.isDirectory(HERE) ? filesIn(HERE) : List.of();
    here.forEach(this::addFile);
    if (here.isEmpty()) {
      addPacked("scenarios");
    }
  }

  /** Those of {@code scenarios/<folder>} here, else of that packed folder. */
  public List<SourceFile> folder(String name) {
    Path here = HERE.resolve(name);
    if (Files.isDirectory(here)) {
      add(here);
    } else {
      addPacked("scenarios/" + name);
    }
    return found;
  }

  private void add(Path path) {
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      addFile(path);
    }
  }

  private void addFolder(Path folder) {
    List<Path> files = filesIn(folder);
    if (files.isEmpty()) {
      problems.add(
          SourcePosition.whole(Yaml.name(folder)),
          "expected scenario files (*.yaml) in the folder, found none",
          "Name a folder that has some; without a name the shipped ones are played.");
    }
    files.forEach(this::addFile);
  }

  /** The scenarios of a folder and below, by name. */
  private List<Path> filesIn(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Collect(folder, files, problems));
    } catch (IOException e) {
      problems.add(
          SourcePosition.whole(Yaml.name(folder)), "cannot read the folder: " + e.getMessage());
    }
    files.sort(Comparator.comparing(Yaml::name));
    return files;
  }

  private void addFile(Path file) {
    if (seen.add(file.toAbsolutePath().normalize())) {
      Yaml.text(file, problems)
          .map(text -> new SourceFile(Yaml.name(file), category(file), Optional.of(file), text))
          .ifPresent(found::add);
    }
  }

  /** A packed folder and all below, but for folders of other kinds. */
  private void addPacked(String folder) {
    Path top = Path.of(folder);
    for (String name : PackedFolder.list(folder)) {
      Path path = Path.of(name);
      if (!isOther(top.relativize(path.getParent()))) {
        PackedFolder.text(name, problems)
            .map(text -> new SourceFile(name, category(path), Optional.empty(), text))
            .ifPresent(found::add);
      }
    }
  }

  private static boolean isOther(Path folders) {
    for (Path folder : folders) {
      if (OTHERS.contains(folder.toString())) {
        return true;
      }
    }
    return false;
  }

  private static String category(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /** Collects the YAML files of a folder, without hidden ones and those of other kinds. */
  private static final class Collect extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files;
    private final Problems problems;

    Collect(Path top, List<Path> files, Problems problems) {
      this.top = top;
      this.files = files;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean other = name.startsWith(".") || OTHERS.contains(name) || isReport(folder);
      return other && !folder.equals(top) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** A run keeps the scenarios of cases that did not pass as evidence; these are no scenarios. */
    private static boolean isReport(Path folder) {
      return Files.exists(folder.resolve("run.json"));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (!name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(
          SourcePosition.whole(Yaml.name(file)),
          "cannot be read",
          "Check its permissions or leave it out.");
      return FileVisitResult.CONTINUE;
    }
  }
}
