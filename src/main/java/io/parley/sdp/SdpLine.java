package io.parley.sdp;

import io.parley.model.Direction;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line of an SDP as it is written, one char a byte (ISO 8859-1), so that any byte survives.
 *
 * @param number 1-based line number
 * @param text the line without its end
 * @param end the line end: {@code "\r\n"}, {@code "\n"}, or empty at the end of an unfinished body
 */
public record SdpLine(int number, String text, String end) {

  /** The type letter of {@code x=value}, or 0 where the line is not of that form. */
  public char type() {
    return text.length() >= 2 && text.charAt(1) == '=' ? text.charAt(0) : 0;
  }

  /** What follows {@code x=}; the whole line where it is not of that form. */
  public String value() {
    return type() == 0 ? text : text.substring(2);
  }

  /**
   * The value of this line if it is {@code a=name} or {@code a=name:value}; a flag has the empty
   * value. Attribute names are case-sensitive (RFC 8866 §5.13).
   */
  public Optional<String> attribute(String name) {
    if (type() != 'a' || !value().startsWith(name)) {
      return Optional.empty();
    }
    String rest = value().substring(name.length()).stripTrailing();
    if (rest.isEmpty()) {
      return Optional.of("");
    }
    return rest.charAt(0) == ':' ? Optional.of(rest.substring(1).strip()) : Optional.empty();
  }

  /** The address that this line gives, if it is a c= line, without TTL (RFC 8866 §5.7). */
  public Optional<String> connectionAddress() {
    String[] field = value().strip().split("\\s+");
    return type() == 'c' && field.length >= 3
        ? Optional.of(field[2].split("/")[0])
        : Optional.empty();
  }

  /** The direction that this line gives, if it is {@code a=sendrecv} or the like. */
  public Optional<Direction> direction() {
    return Arrays.stream(Direction.values())
        .filter(d -> attribute(d.attribute()).isPresent())
        .findFirst();
  }

  /** The line without its end. */
  @Override
  public String toString() {
    return text;
  }
}
