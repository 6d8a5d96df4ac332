package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A map; its keys are texts and distinct.
 *
 * @param at where it starts
 * @param entries in file order
 */
public record Mapping(SourcePosition at, List<Entry> entries) implements Node {

  /**
   * One key and its value.
   *
   * @param keyAt where the key starts
   * @param key as written, without quotes
   * @param value what it is given
   */
  public record Entry(SourcePosition keyAt, String key, Node value) {}

  /** The value of a key. */
  public Optional<Node> get(String key) {
    return entry(key).map(Entry::value);
  }

  /** The entry of a key. */
  public Optional<Entry> entry(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).findFirst();
  }

  /**
   * The map under a key, in file order; empty where there is none.
   *
   * @param problems told where something else is there
   */
  public Map<String, Node> table(String key, Problems problems) {
    Map<String, Node> out = new LinkedHashMap<>();
    Optional<Node> node = get(key);
    if (node.isPresent() && node.get() instanceof Mapping table) {
      table.entries().forEach(e -> out.put(e.key(), e.value()));
    } else {
      node.ifPresent(n -> problems.add(n.at(), key + ": expected a map, found " + n.describe()));
    }
    return out;
  }

  /** The keys in file order. */
  public List<String> keys() {
    return entries.stream().map(Entry::key).toList();
  }

  @Override
  public Mapping movedTo(SourcePosition place) {
    return new Mapping(place, entries);
  }

  @Override
  public String describe() {
    return entries.isEmpty()
        ? "an empty map"
        : "a map (" + keys().stream().limit(4).collect(Collectors.joining(", ")) + ")";
  }
}
