package io.parley.scenario;

import io.parley.model.OfferSpec;
import io.parley.yaml.Binder;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The base offers a file may use: {@code offers/<name>.yaml}, each resolved. */
final class BaseOffers {
  /** How far above a scenario its {@code offers} folder may lie. */
  private static final int LEVELS = 4;

  private final Map<String, OfferSpec> resolved = new HashMap<>();
  private final Map<String, Node> files;
  private final Problems problems;

  private BaseOffers(Map<String, Node> files, Problems problems) {
    this.files = files;
    this.problems = problems;
    files.keySet().forEach(name -> resolve(name, new LinkedHashSet<>()));
  }

  /** The bases in an {@code offers} folder, and the packed ones that it does not replace. */
  static BaseOffers in(Optional<Path> folder, Problems problems) {
    Map<String, Node> files = new TreeMap<>();
    for (String name : PackedFolder.list("scenarios/offers")) {
      PackedFolder.text(name, problems)
          .flatMap(text -> Yaml.parse(name, text, problems))
          .ifPresent(node -> files.put(plainName(Path.of(name)), node));
    }
    folder.ifPresent(f -> read(f, files, problems));
    return new BaseOffers(files, problems);
  }

  /** The {@code offers} folder nearest to a folder, looking upwards. */
  static Optional<Path> offersFolder(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    for (int level = 0; level < LEVELS && at != null; level++, at = at.getParent()) {
      if (Files.isDirectory(at.resolve("offers"))) {
        return Optional.of(folder.resolve("../".repeat(level)).resolve("offers").normalize());
      }
    }
    return Optional.empty();
  }

  /** The names known. */
  Set<String> names() {
    return files.keySet();
  }

  /** A base, resolved. */
  Optional<OfferSpec> base(String name) {
    return Optional.ofNullable(resolved.get(name));
  }

  /** An offer laid over its base; one without a base as it is. */
  OfferSpec resolve(OfferSpec spec) {
    return spec.over(spec.base().flatMap(this::base).orElse(OfferSpec.EMPTY));
  }

  private Optional<OfferSpec> resolve(String name, Set<String> path) {
    if (resolved.containsKey(name)) {
      return base(name);
    }
    path.add(name);
    Optional<OfferSpec> own = bind(files.get(name));
    Optional<String> below = own.flatMap(OfferSpec::base);
    if (below.isPresent() && !isSound(name, below.get(), path)) {
      return Optional.empty();
    }
    Optional<OfferSpec> spec =
        own.map(o -> o.over(below.flatMap(b -> resolve(b, path)).orElse(OfferSpec.EMPTY)));
    spec.ifPresent(s -> resolved.put(name, s));
    return spec;
  }

  private boolean isSound(String name, String below, Set<String> path) {
    boolean circle = path.contains(below);
    if (circle || !files.containsKey(below)) {
      Node place = ((Mapping) files.get(name)).get("base").orElseThrow();
      problems.add(
          place.at(),
          circle
              ? "a base must not build on itself: " + String.join(" → ", path) + " → " + below
              : "a base has no actor to build on",
          "Name another base, or write the offer out.");
    }
    return !circle && files.containsKey(below);
  }

  private Optional<OfferSpec> bind(Node node) {
    if (!(node instanceof Mapping map)) {
      problems.add(node.at(), "expected a map of what to offer, found " + node.describe());
      return Optional.empty();
    }
    List<Mapping.Entry> keys =
        map.entries().stream().filter(e -> !e.key().equals("description")).toList();
    return new Binder(problems, Language.readers(files.keySet()))
        .bind(new Mapping(map.at(), keys), OfferSpec.class);
  }

  private static void read(Path folder, Map<String, Node> files, Problems problems) {
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(p -> p.toString().endsWith(".yaml") || p.toString().endsWith(".yml"))
          .sorted()
          .forEach(p -> Yaml.read(p, problems).ifPresent(node -> files.put(plainName(p), node)));
    } catch (IOException e) {
      problems.add(Yaml.start(Yaml.name(folder)), "cannot read the folder: " + e.getMessage());
    }
  }

  private static String plainName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
