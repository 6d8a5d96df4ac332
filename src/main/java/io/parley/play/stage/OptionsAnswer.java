package io.parley.play.stage;

import java.util.OptionalInt;

/**
 * What came back when the target was asked with OPTIONS (RFC 3261 §11).
 *
 * @param status of the response; empty = there was none
 * @param sent whether the request could be sent; a handshake that failed is one way it could not
 * @param ignored whether it was sent and nothing at all came of it, no refusal of the port either
 * @param words the finding in words
 */
public record OptionsAnswer(OptionalInt status, boolean sent, boolean ignored, String words) {

  static OptionsAnswer of(int status, String took) {
    return new OptionsAnswer(
        OptionalInt.of(status), true, false, "OPTIONS was answered " + status + " after " + took);
  }

  static OptionsAnswer none(String words) {
    return new OptionsAnswer(OptionalInt.empty(), true, false, words);
  }

  static OptionsAnswer silence(String words) {
    return new OptionsAnswer(OptionalInt.empty(), true, true, words);
  }

  static OptionsAnswer unsent(String reason) {
    return new OptionsAnswer(
        OptionalInt.empty(), false, false, "OPTIONS could not be sent: " + reason);
  }

  /** Whether anything came back: any response says that somebody is there. */
  public boolean alive() {
    return status.isPresent();
  }
}
