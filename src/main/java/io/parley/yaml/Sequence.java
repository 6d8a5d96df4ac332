package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.util.List;

/**
 * A list.
 *
 * @param at where it starts
 * @param items in file order
 */
public record Sequence(SourcePosition at, List<Node> items) implements Node {

  @Override
  public Sequence movedTo(SourcePosition place) {
    return new Sequence(place, items);
  }

  @Override
  public String describe() {
    return items.isEmpty() ? "an empty list" : "a list";
  }

  /** How a list is written, where something else stands. */
  static String insteadOf(Node node) {
    if (node instanceof Scalar s && !s.isNull() && s.text().matches("[\\w./+-]{1,40}")) {
      return "Write [" + s.text() + "].";
    }
    return node instanceof Scalar s && s.isNull()
        ? "Write its items, each on a line of its own after a dash, or leave the key out."
        : "Begin each item with a dash, or put all of them into [ ].";
  }
}
