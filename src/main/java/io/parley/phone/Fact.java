package io.parley.phone;

import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import java.util.Optional;

/**
 * One fact about a phone: a value with how well it is known, or that it is not known.
 *
 * @param at where it is written
 * @param value what the phone does; empty = not known
 * @param confidence how well that is known; empty = not known
 * @param source the public document or the trace; empty only where nothing is verified
 * @param unknown where was looked, or why it cannot be said; empty = it is known
 * @param <T> the type of the value
 */
@Doc("A fact: a value with its confidence and source, or unknown with the reason.")
public record Fact<T>(
    SourcePosition at,
    @Doc("What the phone does.") Optional<T> value,
    @Doc("How well that is known: documented, observed, template, unverified.")
        Optional<Confidence> confidence,
    @Doc("The public document, or what was observed of which software.") Optional<String> source,
    @Doc("Instead of a value: where was looked in vain.") Optional<String> unknown) {

  /**
   * A fact.
   *
   * @throws IllegalArgumentException when it has both a value and none, or no source
   */
  public Fact {
    if (value.isPresent() == unknown.isPresent()) {
      throw new IllegalArgumentException(
          "expected 'value' with its confidence, or 'unknown: <where was looked>'");
    }
    if (value.isPresent() && confidence.isEmpty()) {
      throw new IllegalArgumentException(
          "missing key 'confidence': documented, observed, template or unverified");
    }
    boolean claimed = confidence.filter(c -> c != Confidence.UNVERIFIED).isPresent();
    if (value.isPresent() && claimed && source.filter(s -> !s.isBlank()).isEmpty()) {
      throw new IllegalArgumentException(
          "missing key 'source': what is "
              + confidence.get()
              + " says where; else it is unverified");
    }
  }

  /** Whether somebody else can look it up: it has a value and a source. */
  public boolean isSourced() {
    return confidence.filter(c -> c != Confidence.UNVERIFIED).isPresent();
  }

  /** How well it is known, in words: {@code documented (Vendor manual, p. 12)}. */
  public String standing() {
    return confidence
        .map(c -> c + source.map(s -> " (" + s + ")").orElse(""))
        .orElse("not known (" + unknown.orElse("") + ")");
  }
}
