package io.parley.profile;

import java.util.OptionalInt;

/**
 * What a condition found wrong with a request.
 *
 * @param text what was expected and what was found
 * @param sdpLine the line of the SDP body that shows it, from 1; empty when it is not one line's
 *     doing
 */
public record Fault(String text, OptionalInt sdpLine) {

  /** A fault of the message, not of a line of its SDP. */
  public static Fault of(String text) {
    return new Fault(text, OptionalInt.empty());
  }

  /** A fault that a line of the SDP shows; 0 = no particular line. */
  public static Fault at(int sdpLine, String text) {
    return new Fault(text, sdpLine > 0 ? OptionalInt.of(sdpLine) : OptionalInt.empty());
  }
}
