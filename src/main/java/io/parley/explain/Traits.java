package io.parley.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call is like, thing by thing. Belongs to one thread. */
final class Traits {

  /**
   * A thing that calls can differ in.
   *
   * @param subject what it belongs to
   * @param what its name
   */
  record Key(Subject subject, String what) {}

  private final Map<Key, String> values = new LinkedHashMap<>();

  void put(Subject subject, String what, String value) {
    values.put(new Key(subject, what), value);
  }

  Map<Key, String> values() {
    return values;
  }
}
