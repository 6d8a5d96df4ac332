package io.parley.scenario.surface;

import io.parley.yaml.Mapping;

/**
 * {@code expect} as written; whether it is flat, by profile or by name is decided when the steps
 * are known.
 */
public record ExpectBlock(Mapping map) {}
