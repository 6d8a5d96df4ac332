package io.parley.scenario.offer;

/** A connection address to expect: {@code target}, {@code caller} or an address. */
record AddressAsk(String text) {}
