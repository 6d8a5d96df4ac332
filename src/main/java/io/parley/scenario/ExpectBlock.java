package io.parley.scenario;

import io.parley.yaml.Mapping;

/**
 * {@code expect} as written; whether it is flat, by profile or by name is decided when the steps
 * are known.
 */
record ExpectBlock(Mapping map) {}
