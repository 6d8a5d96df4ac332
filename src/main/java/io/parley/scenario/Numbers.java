package io.parley.scenario;

import io.parley.model.SourcePosition;
import io.parley.yaml.Scalar;
import java.util.Optional;

/** The numbers that a script has when it names none. */
final class Numbers {
  private final Names names;
  private final LoadContext context;

  Numbers(Names names, LoadContext context) {
    this.names = names;
    this.context = context;
  }

  /** The number called; a target without one makes the case inapplicable. */
  String callee(SourcePosition at) {
    return names
        .lookUp("numbers.callee", at)
        .node()
        .map(node -> ((Scalar) node).text())
        .orElse("${numbers.callee}");
  }

  /** The calling number, if the target has one. */
  Optional<String> caller() {
    return context.leased().contains("caller")
        ? Optional.of("${numbers.caller}")
        : Optional.ofNullable(context.set().get("numbers.caller"))
            .or(() -> Optional.ofNullable(context.numbers().get("caller")));
  }
}
