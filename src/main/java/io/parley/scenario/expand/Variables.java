package io.parley.scenario.expand;

import io.parley.model.SourcePosition;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${…}} in, in the tree, before it is bound. A value that is only {@code ${x}} becomes
 * what x is, of any type; in a longer text x must be a scalar. {@code $${} is a literal {@code ${}.
 */
public final class Variables {
  private static final Pattern NAME = Pattern.compile("\\$?\\$\\{([^}]*)\\}?");

  private final Names names;
  private final Problems problems;

  /** What to fill in, and where to say what is wrong. */
  public Variables(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** The tree with all variables filled in; what cannot be found is in the problems. */
  public Node fill(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text().contains("${") ? fill(scalar) : scalar;
    }
    if (node instanceof Sequence list) {
      return new Sequence(list.at(), list.items().stream().map(this::fill).toList());
    }
    return fill((Mapping) node);
  }

  private Mapping fill(Mapping map) {
    List<Mapping.Entry> entries =
        map.entries().stream()
            .map(e -> new Mapping.Entry(e.keyAt(), e.key(), fill(e.value())))
            .toList();
    return new Mapping(map.at(), entries);
  }

  private Node fill(Scalar scalar) {
    Matcher whole = NAME.matcher(scalar.text());
    boolean only = whole.matches() && !scalar.text().startsWith("$$") && closed(whole.group());
    if (only) {
      return value(whole.group(1), scalar.at())
          .map(node -> node.movedTo(scalar.at()))
          .orElse(scalar);
    }
    return new Scalar(scalar.at(), replaced(scalar), scalar.quoted());
  }

  private String replaced(Scalar scalar) {
    Matcher m = NAME.matcher(scalar.text());
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      m.appendReplacement(out, Matcher.quoteReplacement(part(m.group(), m.group(1), scalar.at())));
    }
    return m.appendTail(out).toString();
  }

  private String part(String written, String name, SourcePosition at) {
    if (written.startsWith("$$")) {
      return written.substring(1);
    }
    if (!closed(written)) {
      problems.add(at, "expected '}' after '" + written + "'", "A literal ${ is written $${.");
      return written;
    }
    Optional<Node> node = value(name, at);
    if (node.isPresent() && !(node.get() instanceof Scalar)) {
      problems.add(
          at, "${" + name + "} is " + node.get().describe() + " and cannot be part of a text");
    }
    return node.filter(Scalar.class::isInstance).map(n -> ((Scalar) n).text()).orElse(written);
  }

  private Optional<Node> value(String name, SourcePosition at) {
    Names.Value value = names.lookUp(name.strip(), at);
    if (value.problem().isPresent()) {
      problems.add(at, value.problem().get(), value.hint());
    }
    return value.node();
  }

  private static boolean closed(String written) {
    return written.endsWith("}");
  }
}
