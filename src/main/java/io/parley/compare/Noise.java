package io.parley.compare;

import io.parley.yaml.Binder;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of values what differs between two runs of an unchanged target. One thread's own. */
public final class Noise {
  private static final String SHIPPED = "compare/noise.yaml";

  private record Edit(Pattern find, String replace) {}

  private final List<NoiseRule> rules;
  private final Map<NoiseRule, Edit> edits = new HashMap<>();
  private final Map<String, List<Edit>> byTrait = new HashMap<>();

  private Noise(List<NoiseRule> rules) {
    this.rules = rules;
  }

  /**
   * The shipped rules and those of some files, in that order.
   *
   * @param files of {@code --noise}
   * @param problems takes what is wrong with a file
   */
  public static Noise load(List<Path> files, Problems problems) {
    List<NoiseRule> out = new ArrayList<>(shipped());
    for (Path file : files) {
      Yaml.read(file, problems)
          .flatMap(node -> new Binder(problems).bindList(node, NoiseRule.class))
          .ifPresent(out::addAll);
    }
    return new Noise(out);
  }

  private static List<NoiseRule> shipped() {
    Problems problems = new Problems();
    try (InputStream in = Noise.class.getClassLoader().getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the jar");
      }
      return Yaml.decode(SHIPPED, in.readAllBytes(), problems)
          .flatMap(text -> Yaml.parse(SHIPPED, text, problems))
          .flatMap(node -> new Binder(problems).bindList(node, NoiseRule.class))
          .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a trait without its noise. */
  String without(String trait, String value) {
    List<Edit> found = byTrait.computeIfAbsent(trait, this::editsOf);
    String out = value;
    for (Edit e : found) {
      out = e.find.matcher(out).replaceAll(e.replace);
    }
    return out;
  }

  private List<Edit> editsOf(String trait) {
    return rules.stream().filter(r -> r.takes(trait)).map(this::edit).toList();
  }

  private Edit edit(NoiseRule rule) {
    return edits.computeIfAbsent(rule, r -> new Edit(Pattern.compile(r.find()), r.replace()));
  }
}
