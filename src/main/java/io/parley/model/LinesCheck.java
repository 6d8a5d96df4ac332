package io.parley.model;

import java.util.List;

/**
 * What lines an SDP must have; lines are named by how they start.
 *
 * @param include for each of these there is a line
 * @param exclude for none of these there is a line
 */
public record LinesCheck(List<String> include, List<String> exclude) {}
