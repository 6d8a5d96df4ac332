package io.parley.yaml;

import io.parley.model.SourcePosition;

/**
 * A value and the place where it is written, for checks that come after binding.
 *
 * @param at where the value starts
 * @param value the value
 */
public record Located<T>(SourcePosition at, T value) {}
