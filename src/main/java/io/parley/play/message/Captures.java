package io.parley.play.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the steps of a case kept, {@code actor.name}. Used by the case's worker only. */
public final class Captures {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Supplier<Optional<String>>> known = new HashMap<>();

  /** Something of an actor that can be named as if it had been captured. */
  public void provide(String name, Supplier<Optional<String>> value) {
    known.put(name, value);
  }

  /** The value of {@code actor.name}. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A text with what was captured so far. */
  String fill(String text) {
    String out = text;
    for (Map.Entry<String, String> e : values.entrySet()) {
      out = out.replace("${" + e.getKey() + "}", e.getValue());
    }
    for (Map.Entry<String, Supplier<Optional<String>>> e : known.entrySet()) {
      String name = "${" + e.getKey() + "}";
      out = out.contains(name) ? out.replace(name, e.getValue().get().orElse(name)) : out;
    }
    return out;
  }

  /** Keeps a value under {@code actor.name}. */
  public void keep(String name, String value) {
    values.put(name, value);
  }
}
