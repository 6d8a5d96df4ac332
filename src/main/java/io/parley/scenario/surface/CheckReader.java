package io.parley.scenario.surface;

import io.parley.model.Comparison;
import io.parley.model.Comparison.Operator;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code callee.offer.codecs subset-of caller.offer.codecs}. */
final class CheckReader implements Reader<Comparison> {
  private static final String EXPECTED =
      "a comparison such as 'callee.offer.codecs subset-of caller.offer.codecs'";
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::symbol).toList();
  private static final String PATH =
      "[A-Za-z][A-Za-z0-9-]*(/[A-Za-z0-9-]+)?(\\.[A-Za-z0-9-]+){1,3}";

  @Override
  public Optional<Comparison> read(Node node, Binder binder) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      binder.expected(node, EXPECTED);
      return Optional.empty();
    }
    String[] part = scalar.text().strip().split("\\s+", 3);
    if (part.length < 3) {
      binder.expected(node, EXPECTED);
      return Optional.empty();
    }
    if (!OPERATORS.contains(part[1])) {
      binder.unknown(node.at(), "comparison", part[1], "Comparisons", OPERATORS);
      return Optional.empty();
    }
    if (!part[0].matches(PATH)) {
      binder.expected(
          node,
          "a path on the left",
          Optional.of("A path begins with an actor: caller.offer.codecs, callee.INVITE.From."));
      return Optional.empty();
    }
    Operator operator = Operator.values()[OPERATORS.indexOf(part[1])];
    return right(operator, part[2].strip(), scalar, binder)
        .map(
            right ->
                new Comparison(node.at(), path(part[0]), operator, right, scalar.text().strip()));
  }

  private static Optional<Comparison.Operand> right(
      Operator operator, String text, Scalar scalar, Binder binder) {
    boolean regex = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    if (regex != (operator == Operator.MATCHES)) {
      binder.refuse(
          scalar.at(),
          "'matches' goes with a regular expression between slashes, found '"
              + scalar.text()
              + "'");
      return Optional.empty();
    }
    if (regex) {
      return HeaderReader.regex(scalar, text.substring(1, text.length() - 1), binder)
          .map(Comparison.Expression::new);
    }
    if (text.matches(PATH)) {
      return Optional.of(path(text));
    }
    boolean list = text.startsWith("[") && text.endsWith("]");
    List<String> values =
        list
            ? Arrays.stream(text.substring(1, text.length() - 1).split(","))
                .map(CheckReader::unquoted)
                .filter(v -> !v.isEmpty())
                .toList()
            : List.of(unquoted(text));
    return Optional.of(new Comparison.Values(values));
  }

  private static String unquoted(String text) {
    String t = text.strip();
    boolean quoted =
        t.length() > 1
            && (t.charAt(0) == '"' || t.charAt(0) == '\'')
            && t.charAt(t.length() - 1) == t.charAt(0);
    return quoted ? t.substring(1, t.length() - 1) : t;
  }

  private static Comparison.Path path(String text) {
    String[] part = (text + "...").split("\\.", -1);
    return new Comparison.Path(part[0], part[1], part[2], part[3]);
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form.Text(
            "a path, one of " + String.join(", ", OPERATORS) + ", and a path or a value",
            "",
            List.of("callee.offer.codecs subset-of caller.offer.codecs")));
  }
}
