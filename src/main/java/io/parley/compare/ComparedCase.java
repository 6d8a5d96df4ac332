package io.parley.compare;

import io.parley.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A case that differs.
 *
 * @param id its identity
 * @param title its scenario's title
 * @param before how it ended in the first run; empty = it is not in it
 * @param after how it ended in the second run; empty = it is not in it
 * @param scenarioChanged whether the scenario's text is another one
 * @param differences what differs, what matters most first
 * @param details of a case whose verdict changed: what else differs, for whoever looks into it
 * @param finding what the run in which it does not pass says first
 */
public record ComparedCase(
    String id,
    String title,
    Optional<Verdict> before,
    Optional<Verdict> after,
    boolean scenarioChanged,
    List<Difference> differences,
    List<Difference> details,
    Optional<String> finding) {}
