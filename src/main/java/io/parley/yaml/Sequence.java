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
}
