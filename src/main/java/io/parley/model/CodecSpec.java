package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One codec of an offer or answer, by its RFC 8866 §6.6 encoding name.
 *
 * @param name encoding name as written, for example {@code PCMU} or {@code G729a}
 * @param clock clock rate in Hz; empty = the one registered for a known name
 * @param channels number of channels; empty = the registered one
 * @param payloadType RTP payload type 0..127; empty = the static one (RFC 3551), else the next
 *     dynamic one
 * @param fmtp value of the codec's {@code a=fmtp}, without the payload type; empty = the usual one
 */
public record CodecSpec(
    String name,
    OptionalInt clock,
    OptionalInt channels,
    OptionalInt payloadType,
    Optional<String> fmtp) {

  /**
   * Reads {@code name[/clock[/channels]]}.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static CodecSpec parse(String text) {
    String[] part = text.strip().split("/", -1);
    if (part.length > 3 || part[0].isBlank() || part[0].chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("expected name[/clock[/channels]], found '" + text + "'");
    }
    return new CodecSpec(
        part[0],
        number(text, part, 1),
        number(text, part, 2),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static OptionalInt number(String text, String[] part, int index) {
    if (index >= part.length) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(part[index]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected name[/clock[/channels]], found '" + text + "'");
    }
  }

  /** {@code name[/clock[/channels]]}. */
  @Override
  public String toString() {
    return name
        + (clock.isPresent() ? "/" + clock.getAsInt() : "")
        + (channels.isPresent() ? "/" + channels.getAsInt() : "");
  }
}
