package io.parley.model;

import java.util.List;

/**
 * What a {@code check} step claims: {@code callee.offer.codecs subset-of caller.offer.codecs}.
 *
 * @param at where it is written
 * @param left what is compared
 * @param operator how
 * @param right what it is compared with
 * @param text as written
 */
public record Comparison(
    SourcePosition at, Path left, Operator operator, Operand right, String text) {

  /** How two values are compared. */
  public enum Operator {
    EQUAL("=="),
    DIFFERENT("!="),
    IN("in"),
    SUBSET_OF("subset-of"),
    MATCHES("matches");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** One side of it. */
  public sealed interface Operand {}

  /**
   * Something that crossed the wire in this case.
   *
   * @param actor whose leg
   * @param of {@code offer}, {@code answer}, a method, a status, or the name of a capture
   * @param property of an SDP or a message; empty for a capture
   */
  public record Path(String actor, String of, String property) implements Operand {
    @Override
    public String toString() {
      return actor + "." + of + (property.isEmpty() ? "" : "." + property);
    }
  }

  /** Values as written. */
  public record Values(List<String> values) implements Operand {}

  /** A regular expression. */
  public record Expression(String regex) implements Operand {}
}
