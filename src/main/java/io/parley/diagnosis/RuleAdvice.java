package io.parley.diagnosis;

import io.parley.model.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * What usually breaks a rule of a profile.
 *
 * @param at where it is written
 * @param rule the rule's name in profiles, for example {@code srtp-missing}
 * @param name what it is called for short; stable
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 */
public record RuleAdvice(
    SourcePosition at, String rule, String name, String cause, String next, String owner) {
  private static final String TABLE = "diagnosis/rules.yaml";

  /** The advice for a rule, where we have any. */
  public static Optional<RuleAdvice> of(String rule) {
    return all().stream().filter(a -> a.rule.equals(rule)).findFirst();
  }

  /** All advice, in the order of the table; read once. */
  public static List<RuleAdvice> all() {
    return Shipped.TABLE_READ;
  }

  private static final class Shipped {
    static final List<RuleAdvice> TABLE_READ = ShippedTable.read(TABLE, RuleAdvice.class);
  }
}
