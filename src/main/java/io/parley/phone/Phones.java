package io.parley.phone;

import io.parley.model.SourcePosition;
import io.parley.yaml.Binder;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Shipped;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the data sheet of a phone: among those shipped, in a folder, or as a file.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Optional<Phone> phone = Phones.standard().find("yealink-t4x", problems);
 * }</pre>
 */
public final class Phones {
  /** Those in the jar, in the order in which they are listed. */
  static final List<String> SHIPPED =
      List.of(
          "yealink-t4x",
          "yealink-t5x",
          "grandstream-grp26xx",
          "cisco-8800-mpp",
          "snom-d7xx",
          "poly-vvx",
          "audiocodes-4xxhd",
          "baresip");

  private static final String PACKED = "scenarios/phones/";
  private static final String SUFFIX = ".yaml";

  private final Path folder;

  /** Phones of a folder, which may be missing, and those we ship. */
  public Phones(Path folder) {
    this.folder = folder;
  }

  /** Those of {@code scenarios/phones} here and those we ship. */
  public static Phones standard() {
    return new Phones(Path.of("scenarios", "phones"));
  }

  /** All names: shipped ones first, then those of the folder. */
  public List<String> names() {
    List<String> out = new ArrayList<>(SHIPPED);
    new TreeSet<>(here()).stream().filter(n -> !out.contains(n)).forEach(out::add);
    return List.copyOf(out);
  }

  /**
   * The phone of that name or file.
   *
   * @param wanted a name, or a path that ends in {@code .yaml}
   * @param problems takes what is wrong: no such phone with those there are, or each fault of its
   *     file with its place
   * @return empty when there was a problem
   */
  public Optional<Phone> find(String wanted, Problems problems) {
    if (wanted.endsWith(SUFFIX)) {
      Path file = Path.of(wanted);
      return Yaml.read(file, problems).flatMap(n -> read(plain(file), n, problems));
    }
    if (here().contains(wanted)) {
      Path file = folder.resolve(wanted + SUFFIX);
      return Yaml.read(file, problems).flatMap(n -> read(wanted, n, problems));
    }
    if (SHIPPED.contains(wanted)) {
      return Shipped.read(PACKED + wanted + SUFFIX, problems)
          .flatMap(node -> read(wanted, node, problems));
    }
    problems.add(
        SourcePosition.whole("phone"),
        "unknown phone '" + wanted + "'",
        Suggestion.hint(wanted, "Phones", names()).orElse("")
            + ". A file of your own is named with its suffix: my-phone.yaml");
    return Optional.empty();
  }

  private static Optional<Phone> read(String id, Node node, Problems problems) {
    int before = problems.count();
    Optional<DataSheet> sheet = new Binder(problems).bind(node, DataSheet.class);
    sheet.ifPresent(s -> new SheetCheck(s, problems).check());
    return sheet.filter(s -> problems.count() == before).map(s -> new Phone(id, s));
  }

  private List<String> here() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      files.forEach(f -> out.add(plain(f)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static String plain(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
