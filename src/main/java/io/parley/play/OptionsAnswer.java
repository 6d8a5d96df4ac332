package io.parley.play;

import java.util.OptionalInt;

/**
 * What came back when the target was asked with OPTIONS (RFC 3261 §11).
 *
 * @param status of the response; empty = there was none
 * @param words the finding in words
 */
public record OptionsAnswer(OptionalInt status, String words) {

  static OptionsAnswer of(int status, String took) {
    return new OptionsAnswer(
        OptionalInt.of(status), "OPTIONS was answered " + status + " after " + took);
  }

  static OptionsAnswer none(String words) {
    return new OptionsAnswer(OptionalInt.empty(), words);
  }

  /** Whether anything came back: any response says that somebody is there. */
  public boolean alive() {
    return status.isPresent();
  }
}
