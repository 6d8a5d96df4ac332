package io.parley.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of a case: {@code <scenario>[k=v,k=v]@<profile>}, keys sorted, independent of target
 * and path.
 *
 * @param scenario the scenario's id
 * @param cell matrix and row values by name, sorted
 * @param profile the far-end profile, or empty when the scenario is played without one
 */
public record CaseId(String scenario, SortedMap<String, String> cell, Optional<String> profile) {

  /** Copies the cell so that the identity cannot change. */
  public CaseId {
    cell = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cell));
  }

  /** The identity of a scenario's only cell. */
  public static CaseId of(String scenario, Map<String, String> cell, Optional<String> profile) {
    return new CaseId(scenario, new TreeMap<>(cell), profile);
  }

  /** The identity without its profile: {@code id[k=v]}. */
  public String withoutProfile() {
    return scenario
        + (cell.isEmpty()
            ? ""
            : cell.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",", "[", "]")));
  }

  /** A folder name that every file system takes; distinct identities give distinct names. */
  public String folder() {
    StringBuilder out = new StringBuilder();
    for (byte b : toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_.@=,[]+".indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return withoutProfile() + profile.map(p -> "@" + p).orElse("");
  }
}
