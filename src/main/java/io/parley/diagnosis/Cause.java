package io.parley.diagnosis;

import io.parley.model.Advice;
import io.parley.model.SourcePosition;
import io.parley.yaml.OneOrMany;
import java.util.List;
import java.util.Optional;

/**
 * A known cause of failures that scenarios name, or inherit by their tags.
 *
 * @param at where it is written
 * @param id its name in the files of scenarios
 * @param on what it is about, as {@link Advice#on}
 * @param tags scenarios with one of these and no diagnosis of their own inherit it
 * @param name what it is called for short; stable
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 */
public record Cause(
    SourcePosition at,
    String id,
    @OneOrMany List<String> on,
    @OneOrMany List<String> tags,
    String name,
    String cause,
    String next,
    String owner) {
  private static final String TABLE = "diagnosis/causes.yaml";

  /** All causes, in the order of the table; read once. */
  public static List<Cause> all() {
    return Shipped.TABLE_READ;
  }

  /** The cause of that id. */
  public static Optional<Cause> of(String id) {
    return all().stream().filter(c -> c.id.equals(id)).findFirst();
  }

  /** What a scenario with these tags inherits, in the order of the table. */
  public static List<Advice> inherited(List<String> tags) {
    return all().stream()
        .filter(c -> c.tags.stream().anyMatch(tags::contains))
        .map(Cause::advice)
        .toList();
  }

  /** The same as a scenario has it. */
  public Advice advice() {
    return new Advice(on, name, cause, next, owner);
  }

  private static final class Shipped {
    static final List<Cause> TABLE_READ = ShippedTable.read(TABLE, Cause.class);
  }
}
