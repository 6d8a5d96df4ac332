package io.parley.scenario.offer;

import io.parley.model.OfferSpec;
import io.parley.model.SourcePosition;
import io.parley.scenario.context.Given;
import io.parley.scenario.files.PackedFolder;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** The base offers a file may use: {@code offers/<name>.yaml}, each resolved. */
public final class BaseOffers implements Bases {
  /** How far above a scenario its {@code offers} folder may lie. */
  private static final int LEVELS = 4;

  private static final String PACKED = "scenarios/offers";

  private final Map<String, Optional<OfferSpec>> resolved = new HashMap<>();
  private final Map<String, Node> files;
  private final Problems problems;

  private BaseOffers(Map<String, Node> files, Problems problems) {
    this.files = files;
    this.problems = problems;
    List.copyOf(files.keySet()).forEach(this::base);
  }

  /** The bases in an {@code offers} folder, and the packed ones that it does not replace. */
  public static BaseOffers in(Optional<Path> folder, Problems problems) {
    return in(folder, Given.NOTHING, problems);
  }

  /** The same and those that are given, which win. */
  public static BaseOffers in(Optional<Path> folder, Given given, Problems problems) {
    Map<String, Node> files = new TreeMap<>();
    folder.ifPresent(f -> read(f, files, problems));
    files.putAll(given.offers());
    return new BaseOffers(files, problems);
  }

  /** The {@code offers} folder nearest to a folder, looking upwards. */
  public static Optional<Path> offersFolder(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    for (int level = 0; level < LEVELS && at != null; level++, at = at.getParent()) {
      if (Files.isDirectory(at.resolve("offers"))) {
        return Optional.of(folder.resolve("../".repeat(level)).resolve("offers").normalize());
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean has(String name) {
    return file(name).isPresent();
  }

  @Override
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>(files.keySet());
    PackedFolder.list(PACKED).forEach(file -> names.add(plainName(Path.of(file))));
    return List.copyOf(names);
  }

  /** A base, resolved; empty when there is none or it is faulty. */
  public Optional<OfferSpec> base(String name) {
    return resolve(name, new LinkedHashSet<>());
  }

  /** The tree of a base; a packed one is read when it is first asked for. */
  private Optional<Node> file(String name) {
    String packed = PACKED + "/" + name + ".yaml";
    if (!files.containsKey(name) && name.matches("[A-Za-z0-9_-]+")) {
      PackedFolder.text(packed, problems)
          .flatMap(text -> Yaml.parse(packed, text, problems))
          .ifPresent(node -> files.put(name, node));
    }
    return Optional.ofNullable(files.get(name));
  }

  /** An offer laid over its base; one without a base as it is. */
  public OfferSpec resolve(OfferSpec spec) {
    return spec.over(spec.base().flatMap(this::base).orElse(OfferSpec.EMPTY));
  }

  private Optional<OfferSpec> resolve(String name, Set<String> path) {
    if (resolved.containsKey(name)) {
      return resolved.get(name);
    }
    path.add(name);
    Optional<OfferSpec> own = file(name).flatMap(this::bind);
    Optional<String> below = own.flatMap(OfferSpec::base);
    boolean sound = below.isEmpty() || isSound(name, below.get(), path);
    Optional<OfferSpec> spec =
        own.filter(o -> sound)
            .map(o -> o.over(below.flatMap(b -> resolve(b, path)).orElse(OfferSpec.EMPTY)));
    resolved.put(name, spec);
    return spec;
  }

  private boolean isSound(String name, String below, Set<String> path) {
    boolean circle = path.contains(below);
    if (circle || !has(below)) {
      Node place = ((Mapping) files.get(name)).get("base").orElseThrow();
      problems.add(
          place.at(),
          circle
              ? "a base must not build on itself: " + String.join(" → ", path) + " → " + below
              : "a base has no actor to build on",
          "Name another base, or write the offer out.");
    }
    return !circle && has(below);
  }

  private Optional<OfferSpec> bind(Node node) {
    if (!(node instanceof Mapping map)) {
      problems.add(node.at(), "expected a map of what to offer, found " + node.describe());
      return Optional.empty();
    }
    List<Mapping.Entry> keys =
        map.entries().stream().filter(e -> !e.key().equals("description")).toList();
    return new Binder(problems, OfferLanguage.readers(this))
        .bind(new Mapping(map.at(), keys), OfferSpec.class);
  }

  private static void read(Path folder, Map<String, Node> files, Problems problems) {
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(p -> p.toString().endsWith(".yaml") || p.toString().endsWith(".yml"))
          .sorted()
          .forEach(p -> Yaml.read(p, problems).ifPresent(node -> files.put(plainName(p), node)));
    } catch (IOException e) {
      problems.add(
          SourcePosition.whole(Yaml.name(folder)), "cannot read the folder: " + e.getMessage());
    }
  }

  private static String plainName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
