package io.parley.profile;

import io.parley.yaml.Binder;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Shipped;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The profiles that are known: those we ship, and a folder's. */
public final class Profiles {
  /** Those that are played where nobody says which: what most SBCs stand in front of. */
  static final List<String> MAIN =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");

  /** Those in the jar that are played when asked for, in the order in which they are listed. */
  private static final List<String> OTHERS =
      List.of(
          "zoom-byop",
          "operator-connect",
          "rfc-trunk",
          "jola-trunk",
          "telnyx",
          "twilio",
          "twilio-secure",
          "google-gtp",
          "chime-encrypted",
          "vonage",
          "exotel",
          "genesys-byoc",
          "jambonz");

  /** Those in the jar, in the order in which they are listed. */
  static final List<String> SHIPPED = Stream.concat(MAIN.stream(), OTHERS.stream()).toList();

  private static final String FOLDER = "scenarios/profiles/";
  private static final String SUFFIX = ".yaml";

  private final Map<String, Profile> byName;

  private Profiles(Map<String, Profile> byName) {
    this.byName = byName;
  }

  /**
   * The profiles we ship.
   *
   * @throws IllegalStateException when one of them is not as it must be, which is our own fault
   */
  public static Profiles shipped() {
    Problems problems = new Problems();
    Map<String, ProfileFile> files = shippedFiles(problems);
    Profiles out = resolve(files, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    return out;
  }

  /**
   * The profiles we ship and those of a folder, which win over ours of the same name.
   *
   * @param folder where {@code <name>.yaml} (or {@code .yml}) files are; may be missing
   * @param problems takes what is wrong with them
   */
  public static Profiles load(Path folder, Problems problems) {
    Map<String, ProfileFile> files = shippedFiles(problems);
    if (Files.isDirectory(folder)) {
      for (Path file : yamlFiles(folder, problems)) {
        String name = file.getFileName().toString();
        Yaml.read(file, problems)
            .flatMap(node -> bind(node, problems))
            .ifPresent(f -> files.put(name.substring(0, name.lastIndexOf('.')), f));
      }
    }
    return resolve(files, problems);
  }

  /** The profile of that name. */
  public Optional<Profile> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names: shipped ones first, then others by name. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The names of those that are played where nobody says which: all but our less common ones. */
  public List<String> standard() {
    return names().stream().filter(n -> !OTHERS.contains(n)).toList();
  }

  /** The profile's own name, then that of the one it extends, and so on; empty when unknown. */
  public List<String> chain(String name) {
    List<String> out = new ArrayList<>();
    for (Optional<Profile> p = get(name); p.isPresent(); p = p.get().parent().flatMap(this::get)) {
      out.add(p.get().id());
    }
    return List.copyOf(out);
  }

  private static Map<String, ProfileFile> shippedFiles(Problems problems) {
    Map<String, ProfileFile> out = new LinkedHashMap<>();
    for (String name : SHIPPED) {
      String file = FOLDER + name + SUFFIX;
      Shipped.read(file, problems)
          .flatMap(node -> bind(node, problems))
          .ifPresent(f -> out.put(name, f));
    }
    return out;
  }

  private static Optional<ProfileFile> bind(Node node, Problems problems) {
    return new Binder(problems).bind(node, ProfileFile.class);
  }

  private static List<Path> yamlFiles(Path folder, Problems problems) {
    List<Path> out = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
      files.forEach(out::add);
    } catch (IOException e) {
      problems.add(Yaml.start(Yaml.name(folder)), "cannot read the folder: " + e.getMessage());
    }
    out.sort(null);
    return out;
  }

  private static Profiles resolve(Map<String, ProfileFile> files, Problems problems) {
    Map<String, Profile> done = new Inheritance(files, problems).resolve();
    Map<String, Profile> ordered = new LinkedHashMap<>();
    SHIPPED.stream().filter(done::containsKey).forEach(n -> ordered.put(n, done.get(n)));
    done.forEach(ordered::putIfAbsent);
    return new Profiles(ordered);
  }
}
