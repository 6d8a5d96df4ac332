package io.parley.phone;

import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * What a phone writes in one header.
 *
 * @param at where it is written
 * @param value a value as such a phone sends it
 * @param matches a regular expression found in each value that such a phone sends; empty = the same
 *     words as in the value, in any order
 * @param confidence how well that is known
 * @param source the public document or the trace; empty only where nothing is verified
 */
@Doc("What the phone writes in this header.")
public record HeaderHabit(
    SourcePosition at,
    @Doc("A value as such a phone sends it.") String value,
    @Doc(
            "A regular expression found in each value that such a phone sends; without it the value's"
                + " words in any order.")
        Optional<String> matches,
    @Doc("How well that is known: documented, observed, template, unverified.")
        Confidence confidence,
    @Doc("The public document, or what was observed of which software.") Optional<String> source) {

  /**
   * A habit.
   *
   * @throws IllegalArgumentException when it cannot be a header, or does not fit its own pattern
   */
  public HeaderHabit {
    if (value.isBlank() || value.chars().anyMatch(c -> c < 32 || c == 127)) {
      throw new IllegalArgumentException("value: expected one line of text");
    }
    if (confidence != Confidence.UNVERIFIED && source.filter(s -> !s.isBlank()).isEmpty()) {
      throw new IllegalArgumentException(
          "missing key 'source': what is " + confidence + " says where; else it is unverified");
    }
    if (matches.isPresent() && !compiled(matches.get()).matcher(value).find()) {
      throw new IllegalArgumentException(
          "matches: the value '" + value + "' is not found by /" + matches.get() + "/");
    }
  }

  /** Whether a header as received is what such a phone writes. */
  public boolean fits(String received) {
    return matches
        .map(m -> compiled(m).matcher(received).find())
        .orElseGet(() -> words(received).equals(words(value)));
  }

  /** The same as a fact about the phone. */
  public Fact<String> fact() {
    return new Fact<>(at, Optional.of(value), Optional.of(confidence), source, Optional.empty());
  }

  private static Set<String> words(String list) {
    List<String> parts = Arrays.asList(list.split(","));
    return parts.stream().map(String::strip).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
  }

  private static Pattern compiled(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "matches: expected a regular expression, found '" + regex + "': " + e.getDescription(),
          e);
    }
  }
}
