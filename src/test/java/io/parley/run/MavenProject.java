package io.parley.run;

import io.parley.Scratch;
import io.parley.peer.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of a project of {@code src/it}, built by Maven without network. It takes what this build
 * has in its local repository, and Parley itself from a repository of its own, as if it had been
 * published: the jar without its dependencies, with the pom that names them.
 *
 * @param folder where the copy is
 * @param repository the local repository
 */
record MavenProject(Path folder, Path repository) {
  private static final long MINUTES = 3;

  /** For a Java that lives for seconds only. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /**
   * How Maven ended.
   *
   * @param code 0 = the build went well
   * @param output all it said
   */
  record Build(int code, String output) {}

  /** Copies the project, and publishes the jar that was just built. */
  static MavenProject of(String name, String version) throws IOException {
    Installed.require("mvn", "maven");
    Path place = Scratch.folder("parley-" + name + "-");
    Path repository = place.resolve("repository");
    String artifact = "parley-" + version;
    linkAllBut("io", installed(), repository);
    linkAllBut("parley", installed().resolve("io"), repository.resolve("io"));
    Path published =
        Files.createDirectories(repository.resolve("io/parley/parley").resolve(version));
    Files.copy(Path.of("target", artifact + ".jar"), published.resolve(artifact + ".jar"));
    Files.copy(Path.of("pom.xml"), published.resolve(artifact + ".pom"));
    Path folder = place.resolve("project");
    copy(Path.of("src/it", name), folder);
    return new MavenProject(folder, repository);
  }

  /** Builds it. */
  Build maven(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("mvn", "-B", "-o", "-Dmaven.repo.local=" + repository, "-DargLine=" + QUICK));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder.getParent(), "maven-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("MAVEN_OPTS", QUICK);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("Maven did not end:\n" + Files.readString(log));
    }
    return new Build(process.exitValue(), Files.readString(log));
  }

  /** What this build's Maven uses: Surefire tells, elsewhere it is the usual place. */
  private static Path installed() {
    String usual = Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
    return Path.of(System.getProperty("localRepository", usual));
  }

  private static void linkAllBut(String name, Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(e -> !e.endsWith(name)).toList()) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Files.copy(source, to.resolve(from.relativize(source).toString()));
      }
    }
  }
}
