package io.parley.scenario.expand;

import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the parameters of an include in the place of their {@code ${vars.x}}, and nothing else. */
final class Parameters {
  private static final Pattern NAME = Pattern.compile("(?<!\\$)\\$\\{\\s*vars\\.([^}\\s]+)\\s*\\}");

  private final Map<String, Node> values;

  Parameters(Map<String, Node> values) {
    this.values = values;
  }

  /** The tree with the parameters filled in; a value in a longer text must be a scalar. */
  Node fill(Node node) {
    if (node instanceof Scalar scalar) {
      return fill(scalar);
    }
    if (node instanceof Sequence list) {
      return new Sequence(list.at(), list.items().stream().map(this::fill).toList());
    }
    Mapping map = (Mapping) node;
    List<Mapping.Entry> entries =
        map.entries().stream()
            .map(e -> new Mapping.Entry(e.keyAt(), e.key(), fill(e.value())))
            .toList();
    return new Mapping(map.at(), entries);
  }

  private Node fill(Scalar scalar) {
    Matcher m = NAME.matcher(scalar.text());
    if (m.matches() && values.containsKey(m.group(1))) {
      return values.get(m.group(1)).movedTo(scalar.at());
    }
    String text =
        m.replaceAll(
            hit ->
                Matcher.quoteReplacement(
                    values.get(hit.group(1)) instanceof Scalar s ? s.text() : hit.group()));
    return new Scalar(scalar.at(), text, scalar.quoted());
  }
}
