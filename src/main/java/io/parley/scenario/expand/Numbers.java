package io.parley.scenario.expand;

import io.parley.model.SourcePosition;
import io.parley.scenario.context.LoadContext;
import io.parley.yaml.Scalar;
import java.util.Optional;

/** The numbers that a script has when it names none. */
public final class Numbers {
  private final Names names;
  private final LoadContext context;

  /** The numbers in one matrix cell of one file. */
  public Numbers(Names names, LoadContext context) {
    this.names = names;
    this.context = context;
  }

  /** The number called; a target without one makes the case inapplicable. */
  public String callee(SourcePosition at) {
    return names
        .lookUp("numbers.callee", at)
        .node()
        .map(node -> ((Scalar) node).text())
        .orElse("${numbers.callee}");
  }

  /** The calling number, if the target has one. */
  public Optional<String> caller() {
    return context.leased().contains("caller")
        ? Optional.of("${numbers.caller}")
        : Optional.ofNullable(context.set().get("numbers.caller"))
            .or(() -> Optional.ofNullable(context.numbers().get("caller")));
  }
}
