package io.parley.scenario.offer;

/** A connection address to offer: {@code local}, {@code private}, an address or a host name. */
record AddressWord(String text) {}
