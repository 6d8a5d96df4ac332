package io.parley.match;

import java.util.List;

/**
 * How a message compares with an expectation.
 *
 * @param rows everything checked, in the order of the expectation
 */
public record Match(List<Row> rows) {

  /** Takes the rows as they are. */
  public Match {
    rows = List.copyOf(rows);
  }

  /** How far off the message is: 0 = as expected, notes left aside. */
  public int distance() {
    return rows.stream().filter(Row::isFailed).mapToInt(Row::weight).sum();
  }

  /** Whether everything is as expected, notes left aside. */
  public boolean isMet() {
    return rows.stream().noneMatch(Row::isFailed);
  }

  /** Everything that is not as expected. */
  public List<Difference> differences() {
    return rows.stream().filter(Row::isFailed).flatMap(r -> r.difference().stream()).toList();
  }

  /** What is not as expected and fails nothing. */
  public List<Difference> notes() {
    return rows.stream().filter(Row::note).flatMap(r -> r.difference().stream()).toList();
  }
}
