package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.util.Set;

/**
 * A text, a number, a yes or no, or nothing: which of them is decided by who reads it.
 *
 * @param at where it starts
 * @param text as written, without quotes, escapes resolved: {@code 0442} stays {@code 0442}
 * @param quoted whether it was quoted or a block ({@code |}, {@code >}), so that it can only be
 *     text
 */
public record Scalar(SourcePosition at, String text, boolean quoted) implements Node {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final int LONGEST_QUOTE = 60;

  /** Whether nothing is written: {@code ~}, {@code null}, or an empty place (YAML 1.2 §10.3.2). */
  public boolean isNull() {
    return !quoted && NOTHING.contains(text);
  }

  @Override
  public Scalar movedTo(SourcePosition place) {
    return new Scalar(place, text, quoted);
  }

  @Override
  public String describe() {
    if (isNull()) {
      return "nothing";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    String shown = line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    return quoted ? '"' + shown + '"' : "'" + shown + "'";
  }
}
