package io.parley.scenario;

import io.parley.yaml.Located;

/**
 * One step as written: {@code - caller: { send: INVITE }}.
 *
 * @param actor who, and where that is written
 * @param action what it does
 */
record StepLine(Located<String> actor, Action action) {}
