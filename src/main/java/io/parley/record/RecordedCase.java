package io.parley.record;

import io.parley.model.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A case as {@code run.json} has it. A field that is missing, or of another kind than we write, is
 * empty.
 *
 * @param fields all of it, in the order of the file
 */
public record RecordedCase(Map<String, Object> fields) {

  /** Its identity, {@code scenario[cell]@profile}. */
  public String id() {
    return text("id").orElse("");
  }

  /** A field that is a text. */
  public Optional<String> text(String field) {
    return fields.get(field) instanceof String s ? Optional.of(s) : Optional.empty();
  }

  /** How it ended; skipped where the file does not say. */
  public Verdict verdict() {
    return verdict(fields.get("verdict"));
  }

  private static Verdict verdict(Object word) {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(Verdict.SKIPPED);
  }

  /** Hash of the scenario's text. */
  public Optional<String> hash() {
    return text("hash");
  }

  /** The first finding in words; empty where there is none. */
  public Optional<String> finding() {
    return list(fields.get("findings")).stream()
        .filter(Map.class::isInstance)
        .map(f -> (Map<?, ?>) f)
        .map(f -> f.get("prefix") + ": expected " + f.get("expected") + ", " + f.get("actual"))
        .findFirst();
  }

  /** Its plays, oldest first. */
  public List<Play> plays() {
    return list(fields.get("plays")).stream()
        .filter(Map.class::isInstance)
        .map(p -> play((Map<?, ?>) p))
        .toList();
  }

  private static Play play(Map<?, ?> play) {
    return new Play(
        verdict(play.get("verdict")),
        play.get("status") instanceof Number n ? OptionalInt.of(n.intValue()) : OptionalInt.empty(),
        ms(play.get("provisional")),
        ms(play.get("answered")));
  }

  private static OptionalDouble ms(Object value) {
    return value instanceof Number n ? OptionalDouble.of(n.doubleValue()) : OptionalDouble.empty();
  }

  /** What it saw. */
  public Seen seen() {
    Map<String, Map<String, List<String>>> out = new LinkedHashMap<>();
    if (fields.get("seen") instanceof Map<?, ?> views) {
      views.forEach((view, traits) -> out.put(view.toString(), traits(traits)));
    }
    return new Seen(out);
  }

  private static Map<String, List<String>> traits(Object traits) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    if (traits instanceof Map<?, ?> map) {
      map.forEach(
          (what, value) ->
              out.put(
                  what.toString(),
                  value instanceof List<?> several
                      ? several.stream().map(String::valueOf).toList()
                      : List.of(String.valueOf(value))));
    }
    return out;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> l ? l : List.of();
  }
}
