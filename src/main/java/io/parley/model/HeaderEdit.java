package io.parley.model;

import java.util.List;

/**
 * A header to set, repeat or remove on a message we send.
 *
 * @param name header name
 * @param values the values, one header line each; empty = remove
 */
public record HeaderEdit(String name, List<String> values) {}
