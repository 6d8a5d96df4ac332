package io.parley.match;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a regular expression, for half a second at most: one that backtracks for ever finds
 * nothing.
 */
public final class BoundedSearch {
  private static final long PATIENCE = Duration.ofMillis(500).toNanos();

  private BoundedSearch() {}

  /** The first group of what is found, all of it where there is no group; empty = not found. */
  public static Optional<String> find(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(new Timed(text, System.nanoTime() + PATIENCE));
    try {
      return matcher.find()
          ? Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group())
          : Optional.empty();
    } catch (OutOfTime | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** Whether it is found. */
  public static boolean isFound(String regex, String text) {
    return find("(" + regex + ")", text).isPresent();
  }

  private static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
      super("out of time", null, false, false);
    }
  }

  /** A text that may be read until a point of time: the only hook that a matcher offers. */
  private record Timed(String text, long end) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (System.nanoTime() > end) {
        throw new OutOfTime();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int stop) {
      return text.subSequence(start, stop);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
