package io.parley.scenario.context;

import io.parley.model.SourcePosition;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command adds to what scenarios may name: values of a space of its own ({@code
 * ${phone.codecs}}), which are filled in before anything else is read, in a matrix too, and base
 * offers.
 *
 * @param space the name before the dot; empty = nothing is added
 * @param values what stands behind it
 * @param offers base offers by name
 */
public record Given(String space, Map<String, Node> values, Map<String, Node> offers) {
  /** Nothing is added. */
  public static final Given NOTHING = new Given("", Map.of(), Map.of());

  /** The tree with the names of this space filled in; what is unknown is in the problems. */
  public Node fill(Node node, Problems problems) {
    if (space.isEmpty()) {
      return node;
    }
    return filled(node, Pattern.compile("\\$\\{" + space + "\\.([^}]*)\\}"), problems);
  }

  private Node filled(Node node, Pattern name, Problems problems) {
    if (node instanceof Mapping map) {
      List<Mapping.Entry> entries =
          map.entries().stream()
              .map(e -> new Mapping.Entry(e.keyAt(), e.key(), filled(e.value(), name, problems)))
              .toList();
      return new Mapping(map.at(), entries);
    }
    if (node instanceof Sequence list) {
      return new Sequence(
          list.at(), list.items().stream().map(n -> filled(n, name, problems)).toList());
    }
    return scalar((Scalar) node, name, problems);
  }

  private Node scalar(Scalar scalar, Pattern name, Problems problems) {
    Matcher m = name.matcher(scalar.text());
    if (m.matches()) {
      return value(m.group(1), scalar.at(), problems)
          .map(n -> n.movedTo(scalar.at()))
          .orElse(scalar);
    }
    StringBuilder out = new StringBuilder();
    m.reset();
    while (m.find()) {
      String text =
          value(m.group(1), scalar.at(), problems)
              .filter(Scalar.class::isInstance)
              .map(n -> ((Scalar) n).text())
              .orElse(m.group());
      m.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return new Scalar(scalar.at(), m.appendTail(out).toString(), scalar.quoted());
  }

  private Optional<Node> value(String path, SourcePosition at, Problems problems) {
    List<String> steps = List.of(path.split("\\."));
    Optional<Node> node = Optional.ofNullable(values.get(steps.get(0)));
    for (String step : steps.subList(1, steps.size())) {
      node = node.filter(Mapping.class::isInstance).flatMap(n -> ((Mapping) n).get(step));
    }
    if (node.isEmpty()) {
      problems.add(
          at,
          "unknown variable '" + space + "." + path + "'",
          Suggestion.hint(path, "Known", values.keySet()));
    }
    return node;
  }
}
