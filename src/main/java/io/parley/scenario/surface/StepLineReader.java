package io.parley.scenario.surface;

import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code - caller: { send: INVITE }}: a map with one key, the actor, or the word for a step
 * that is nobody's.
 */
public final class StepLineReader implements Reader<StepLine> {
  /** Steps that are no actor's; no actor may have such a name. */
  public static final List<String> WORDS =
      List.of("pause", "unordered", "either", "check", "include");

  private static final List<String> ACTIONS =
      List.of("send", "receive", "raw", "never", "repeated", "connection");
  private static final String EXPECTED = "a step such as 'caller: { send: INVITE }'";

  @Override
  public Optional<StepLine> read(Node node, Binder binder) {
    if (!(node instanceof Mapping map) || map.entries().isEmpty()) {
      binder.expected(node, EXPECTED);
      return Optional.empty();
    }
    boolean conditional = map.get("check").isPresent() && map.get("when").isPresent();
    if (map.entries().size() > (conditional ? 2 : 1)) {
      Mapping.Entry second = map.entries().get(1);
      binder.refuse(
          second.keyAt(),
          "expected one actor in a step, found a second key '" + second.key() + "'",
          "A step of its own begins with a dash; what the actor does stands in { }.");
      return Optional.empty();
    }
    return one(map, map.entries().get(0), binder);
  }

  private static Optional<StepLine> one(Mapping map, Mapping.Entry only, Binder binder) {
    if (only.key().equals("include")) {
      binder.refuse(only.keyAt(), "a group cannot include", "Include above or below the group.");
      return Optional.empty();
    }
    if (WORDS.contains(only.key())) {
      return binder
          .bind(map, ofNobody(only.key()))
          .map(action -> new StepLine(new Located<>(only.keyAt(), ""), action));
    }
    if (isMisspeltWord(only)) {
      binder.unknown(only.keyAt(), "step", only.key(), "Steps", WORDS);
      return Optional.empty();
    }
    if (ACTIONS.contains(only.key())) {
      binder.refuse(
          only.keyAt(),
          "expected an actor in a step, found the action '" + only.key() + "'",
          "Say who does it: - caller: { " + only.key() + ": … }.");
      return Optional.empty();
    }
    return binder
        .bind(only.value(), Action.class)
        .map(action -> new StepLine(new Located<>(only.keyAt(), only.key()), action));
  }

  /** The step that a word begins in place of an actor. */
  private static Class<? extends Action> ofNobody(String word) {
    return switch (word) {
      case "pause" -> Action.Pause.class;
      case "check" -> Action.Check.class;
      case "either" -> Action.Either.class;
      default -> Action.Unordered.class;
    };
  }

  /** A name near a word, which does nothing that an actor does. */
  private static boolean isMisspeltWord(Mapping.Entry entry) {
    boolean acts =
        entry.value() instanceof Mapping m && m.keys().stream().anyMatch(ACTIONS::contains);
    return !acts && Suggestion.nearest(entry.key(), WORDS).isPresent();
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form.Single("who does what", Action.class),
        new Form.Keys(Action.Pause.class),
        new Form.Keys(Action.Unordered.class),
        new Form.Keys(Action.Either.class),
        new Form.Keys(Action.Check.class),
        new Form.Keys(IncludeKeys.class));
  }
}
