package io.parley.scenario;

import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import java.util.List;
import java.util.Optional;

/** Reads {@code - caller: { send: INVITE }}: a map with one key, the actor. */
final class StepLineReader implements Reader<StepLine> {
  private static final String EXPECTED = "a step such as 'caller: { send: INVITE }'";

  @Override
  public Optional<StepLine> read(Node node, Binder binder) {
    if (!(node instanceof Mapping map) || map.entries().isEmpty()) {
      binder.expected(node, EXPECTED);
      return Optional.empty();
    }
    if (map.entries().size() > 1) {
      Mapping.Entry second = map.entries().get(1);
      binder.refuse(
          second.keyAt(),
          "expected one actor in a step, found a second key '" + second.key() + "'",
          "A step of its own begins with a dash; what the actor does stands in { }.");
      return Optional.empty();
    }
    Mapping.Entry only = map.entries().get(0);
    return binder
        .bind(only.value(), Action.class)
        .map(action -> new StepLine(new Located<>(only.keyAt(), only.key()), action));
  }

  @Override
  public List<Form> forms() {
    return List.of(new Form.Single("who does what", Action.class));
  }
}
