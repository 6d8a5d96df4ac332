package io.parley.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a message was like, thing by thing. Names of headers end in a colon, names of SDP lines in
 * {@code =} or are {@code a=name}; all others are ours. Belongs to one thread.
 */
final class Traits {
  private final Map<String, String> values = new TreeMap<>();
  private final Names names;

  Traits(Names names) {
    this.names = names;
  }

  /** Notes a thing; what is there twice is kept in its order. */
  void put(String what, String value) {
    values.merge(what, names.in(value), (a, b) -> a + " | " + b);
  }

  Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }
}
