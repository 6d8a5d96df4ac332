package io.parley.scenario.files;

import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The {@code scenarios/} folder packed with the program, in its jar or in a build folder. */
public final class PackedFolder {
  private static final String ROOT = "scenarios";

  private PackedFolder() {}

  /** The names of all packed YAML files below a folder ({@code scenarios/offers}), sorted. */
  public static List<String> list(String folder) {
    URL root = PackedFolder.class.getResource("/" + ROOT + "/README.md");
    if (root == null) {
      return List.of();
    }
    try (Stream<String> names = root.getProtocol().equals("jar") ? packed(root) : exploded(root)) {
      return names.filter(n -> n.startsWith(folder + "/") && n.endsWith(".yaml")).sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list the packed scenarios: " + e.getMessage(), e);
    }
  }

  /** The text of a packed file; empty when there is none. */
  public static Optional<String> text(String name, Problems problems) {
    try (InputStream in = PackedFolder.class.getResourceAsStream("/" + name)) {
      return in == null ? Optional.empty() : Yaml.decode(name, in.readAllBytes(), problems);
    } catch (IOException e) {
      problems.add(Yaml.start(name), "cannot read the packed file: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The bytes of a packed file; empty when there is none. */
  public static Optional<byte[]> bytes(Path file) throws IOException {
    try (InputStream in = PackedFolder.class.getResourceAsStream("/" + Yaml.name(file))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private static Stream<String> packed(URL url) throws IOException {
    JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
    return jar.stream().map(e -> e.getName()).filter(n -> n.startsWith(ROOT + "/"));
  }

  private static Stream<String> exploded(URL url) throws IOException, URISyntaxException {
    Path above = Path.of(url.toURI()).getParent().getParent();
    return Files.walk(above.resolve(ROOT)).map(p -> Yaml.name(above.relativize(p)));
  }
}
