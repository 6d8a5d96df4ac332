package io.parley.scenario;

import io.parley.model.Case;
import io.parley.model.Problem;
import io.parley.model.Scenario;
import java.util.List;

/**
 * What loading found.
 *
 * @param files number of scenario files read
 * @param scenarios every scenario in every matrix cell, in file order
 * @param cases every cell under every selected profile, in file order, including those that are
 *     skipped; of use only while there is no problem
 * @param problems what is wrong, by file and line; nothing may be sent while one stands
 * @param warnings what is allowed but checks nothing or cannot pass; empty while there is a problem
 */
public record Loaded(
    int files,
    List<Scenario> scenarios,
    List<Case> cases,
    List<Problem> problems,
    List<Problem> warnings) {}
