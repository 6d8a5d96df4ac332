package io.parley.scenario.surface;

/** A share in percent, as written: {@code 30%}. */
public record Percent(int value) {}
