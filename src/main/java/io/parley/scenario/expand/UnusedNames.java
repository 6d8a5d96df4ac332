package io.parley.scenario.expand;

import io.parley.yaml.Mapping;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns about variables and matrix keys that nothing in the file reads. */
public final class UnusedNames {
  private static final Pattern READ = Pattern.compile("\\$\\{\\s*(vars|matrix)\\.([^.}\\s]+)");

  private static final Pattern INCLUDE = Pattern.compile("-\\s*\\{?\\s*include\\s*:");

  private final Problems warnings;

  /** Warns there. */
  public UnusedNames(Problems warnings) {
    this.warnings = warnings;
  }

  /**
   * Looks at one file.
   *
   * @param source its text; a name in a comment counts as read
   */
  public void check(Mapping file, String source) {
    boolean elsewhere =
        INCLUDE.matcher(source).find() || file.get("rows").orElse(null) instanceof Scalar;
    if (elsewhere) {
      return; // what is included, or the file of the rows, may read them
    }
    Set<String> read = new HashSet<>();
    Matcher m = READ.matcher(source);
    while (m.find()) {
      read.add(m.group(1) + "." + m.group(2));
    }
    for (Mapping.Entry e : entries(file, "vars")) {
      if (!read.contains("vars." + e.key())) {
        warnings.add(e.keyAt(), "the variable '" + e.key() + "' is never read", "Remove it.");
      }
    }
    for (Mapping.Entry e : entries(file, "matrix")) {
      boolean axis = !e.key().equals(Exclusions.KEY);
      if (axis && !read.contains("matrix." + e.key()) && !read.contains("vars." + e.key())) {
        warnings.add(
            e.keyAt(),
            "the matrix key '" + e.key() + "' is never read: every one of its cases is the same",
            "Use it as ${matrix." + e.key() + "}, or remove it.");
      }
    }
  }

  private static List<Mapping.Entry> entries(Mapping file, String key) {
    return file.get(key).orElse(null) instanceof Mapping table ? table.entries() : List.of();
  }
}
