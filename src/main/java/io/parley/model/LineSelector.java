package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Selects lines of an SDP.
 *
 * @param line how they start ({@code "v="}, {@code "a=rtpmap:0"}), or the number of one line,
 *     counted from 1
 * @param in {@code session} = the lines before the first m=, a number = that media section, from 1;
 *     empty = everywhere
 * @param nth which of those that match, from 1; empty = all
 */
public record LineSelector(String line, Optional<String> in, OptionalInt nth) {

  /** All lines that start so. */
  public static LineSelector of(String line) {
    return new LineSelector(line, Optional.empty(), OptionalInt.empty());
  }

  /** Whether a line is meant by its number. */
  public boolean isNumber() {
    return line.matches("\\d{1,6}");
  }

  /** {@code 'a=rtpmap' in 2, number 1}. */
  @Override
  public String toString() {
    return "'"
        + line
        + "'"
        + in.map(i -> " in " + i).orElse("")
        + (nth.isPresent() ? ", number " + nth.getAsInt() : "");
  }
}
