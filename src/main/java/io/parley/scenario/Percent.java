package io.parley.scenario;

/** A share in percent, as written: {@code 30%}. */
record Percent(int value) {}
