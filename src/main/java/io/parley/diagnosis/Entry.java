package io.parley.diagnosis;

import io.parley.model.Advice;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.yaml.OneOrMany;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of the table: conditions, and what they mean when all hold.
 *
 * @param at where it is written
 * @param kind the sort of finding
 * @param status the final response that came: a code, a class such as {@code 4xx}, or {@code none}
 * @param code the vendor's number the expectation names
 * @param tags any of these tags of the scenario
 * @param unreached true: only where nothing of the call came to the callee of the script
 * @param name what it is called for short; stable
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 */
record Entry(
    SourcePosition at,
    FindingKind kind,
    Optional<String> status,
    OptionalInt code,
    @OneOrMany List<String> tags,
    boolean unreached,
    String name,
    String cause,
    String next,
    String owner) {

  Entry {
    if (status.isPresent() && !status.get().matches("[1-6](\\d\\d|xx)|none")) {
      throw new IllegalArgumentException(
          "expected a status such as 488, 4xx or none, found '" + status.get() + "'");
    }
  }

  boolean holds(Finding finding, Circumstances c) {
    return finding.kind() == kind
        && status.map(c::came).orElse(true)
        && (code.isEmpty() || code.equals(c.code()))
        && (!unreached || c.unreached())
        && (tags.isEmpty() || tags.stream().anyMatch(c.tags()::contains));
  }

  /** The same without its conditions. */
  Advice advice() {
    return new Advice(List.of(), name, cause, next, owner);
  }
}
