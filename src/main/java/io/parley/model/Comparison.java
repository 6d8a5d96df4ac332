package io.parley.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** What of an SDP can be compared; all but the last three are of its first audio stream. */
  public static final List<String> SDP =
      List.of(
          "codecs",
          "formats",
          "telephone-event",
          "address",
          "port",
          "protocol",
          "direction",
          "ptime",
          "srtp",
          "suites",
          "ice",
          "candidates",
          "rtcp-mux",
          "streams",
          "origin",
          "version");

  /** What of a message can be compared beside its headers. */
  public static final List<String> MESSAGE =
      List.of("start-line", "Request-URI", "phrase", "body", "addresses", "server");

  /**
   * What of a header can be compared: how many there are, the value without its parameters, parts
   * of its URI (of {@code sent-by} in Via), and parameters.
   */
  public static final List<String> HEADER =
      List.of(
          "count",
          "value",
          "name",
          "uri",
          "user",
          "host",
          "port",
          "tag",
          "to-tag",
          "from-tag",
          "branch",
          "refresher",
          "transport",
          "received",
          "rport",
          "cause",
          "text",
          "expires");

  /** Whether a path of it is of that actor. */
  public boolean names(String actor) {
    return left.actor().equals(actor) || right instanceof Path p && p.actor().equals(actor);
  }

  /** How two values are compared. */
  public enum Operator {
    EQUAL("=="),
    DIFFERENT("!="),
    IN("in"),
    NOT_IN("not-in"),
    SUBSET_OF("subset-of"),
    LESS("<"),
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
   * @param property of an SDP ({@link #SDP}) or a message: a header or one of {@link #MESSAGE};
   *     empty for a capture
   * @param part of a header, one of {@link #HEADER}; empty = its whole value
   */
  public record Path(String actor, String of, String property, String part) implements Operand {
    @Override
    public String toString() {
      return Stream.of(actor, of, property, part)
          .filter(p -> !p.isEmpty())
          .collect(Collectors.joining("."));
    }
  }

  /** Values as written. */
  public record Values(List<String> values) implements Operand {}

  /** A regular expression. */
  public record Expression(String regex) implements Operand {}
}
