package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of something: {@code 3}, {@code 3+} (at least three), {@code 2-4}.
 *
 * @param least at least so many
 * @param most at most so many; empty = any number
 */
public record Count(int least, OptionalInt most) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})(\\+|-(\\d{1,4}))?");

  /** Exactly so many. */
  public static Count exactly(int count) {
    return new Count(count, OptionalInt.of(count));
  }

  /** At least so many. */
  public static Count atLeast(int count) {
    return new Count(count, OptionalInt.empty());
  }

  /** Reads a text; empty when it is none of the forms, or its bounds cross. */
  public static Optional<Count> parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    int least = Integer.parseInt(m.group(1));
    if (m.group(2) == null) {
      return Optional.of(exactly(least));
    }
    if (m.group(3) == null) {
      return Optional.of(atLeast(least));
    }
    int most = Integer.parseInt(m.group(3));
    return most < least ? Optional.empty() : Optional.of(new Count(least, OptionalInt.of(most)));
  }

  /** Whether it can be told only when the time is over that no more came. */
  public boolean hasMost() {
    return most.isPresent();
  }

  /** Whether so many are too many. */
  public boolean exceededBy(int count) {
    return most.isPresent() && count > most.getAsInt();
  }

  /** Whether it speaks of one. */
  public boolean isOnce() {
    return least == 1 && (most.isEmpty() || most.getAsInt() == 1);
  }

  /** In words: {@code exactly 3}, {@code at least 3}, {@code 2 to 4}. */
  @Override
  public String toString() {
    if (most.isEmpty()) {
      return "at least " + least;
    }
    return most.getAsInt() == least ? "exactly " + least : least + " to " + most.getAsInt();
  }
}
