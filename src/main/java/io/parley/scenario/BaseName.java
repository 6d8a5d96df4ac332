package io.parley.scenario;

/** The name of a base offer, or {@code actor}. */
record BaseName(String name) {}
