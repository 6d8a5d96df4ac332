package io.parley.scenario.offer;

/** The name of a base offer, or {@code actor}. */
record BaseName(String name) {}
