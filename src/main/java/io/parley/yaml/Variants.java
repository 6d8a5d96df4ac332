package io.parley.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a sealed type of records that are told apart by one of their keys: {@code { drop: "c=" }},
 * {@code { replace: "c=", with: "c=x" }}.
 *
 * @param <T> the sealed type
 */
public final class Variants<T> implements Reader<T> {
  private final String noun;
  private final List<Variant<? extends T>> variants = new ArrayList<>();

  private record Variant<V>(String key, Class<V> type, String component) {}

  private Variants(String noun) {
    this.noun = noun;
  }

  /** A reader without variants; {@code noun} is what one of them is called, without article. */
  public static <T> Variants<T> of(String noun) {
    return new Variants<>(noun);
  }

  /** A record recognised by the key of the same name as its component. */
  public Variants<T> by(String key, Class<? extends T> type) {
    return by(key, type, key);
  }

  /** A record recognised by a key, which fills one of its components (given in kebab-case). */
  public Variants<T> by(String key, Class<? extends T> type, String component) {
    variants.add(new Variant<>(key, type, component));
    return this;
  }

  @Override
  public Optional<T> read(Node node, Binder binder) {
    List<String> known = variants.stream().map(Variant::key).toList();
    if (!(node instanceof Mapping map) || map.entries().isEmpty()) {
      binder.expected(node, "a map with one of " + String.join(", ", known), asMap(node, known));
      return Optional.empty();
    }
    List<Variant<? extends T>> chosen =
        variants.stream().filter(v -> map.get(v.key()).isPresent()).toList();
    if (chosen.isEmpty()) {
      Mapping.Entry first = map.entries().get(0);
      binder.unknown(first.keyAt(), noun, first.key(), "Known", known);
      return Optional.empty();
    }
    if (chosen.size() > 1) {
      String both = chosen.get(0).key() + " and " + chosen.get(1).key();
      binder.refuse(map.at(), "expected one " + noun + ", found " + both + " in one map");
      return Optional.empty();
    }
    return bind(map, chosen.get(0), binder);
  }

  /** {@code send INVITE} is meant for {@code { send: INVITE }}. */
  private static Optional<String> asMap(Node node, List<String> known) {
    return Optional.of(node)
        .filter(Scalar.class::isInstance)
        .map(n -> ((Scalar) n).text().split("[ :]+", 2))
        .filter(words -> words.length == 2 && known.contains(words[0]))
        .map(words -> "Write { " + words[0] + ": " + words[1].strip() + " }.");
  }

  private <V extends T> Optional<T> bind(Mapping map, Variant<V> variant, Binder binder) {
    return binder
        .bindKeyed(map, variant.type(), variant.key(), variant.component())
        .map(value -> value);
  }

  @Override
  public List<Form> forms() {
    return variants.stream()
        .<Form>map(v -> new Form.Keyed(v.type(), v.key(), v.component()))
        .toList();
  }
}
