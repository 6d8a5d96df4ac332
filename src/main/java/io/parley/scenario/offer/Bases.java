package io.parley.scenario.offer;

import java.util.List;

/** The names of base offers that a file may use. */
public interface Bases {
  /** No bases. */
  Bases NONE =
      new Bases() {
        @Override
        public boolean has(String name) {
          return false;
        }

        @Override
        public List<String> names() {
          return List.of();
        }
      };

  /** Whether there is such a base. */
  boolean has(String name);

  /** All names, sorted; slower than {@link #has}, for messages. */
  List<String> names();
}
