package io.parley.model;

/**
 * One change to a finished request, wrong on purpose, applied to its bytes. A request with any of
 * these is sent on the raw lane, from a socket of its own, since no SIP stack is sure to send it.
 */
public sealed interface MessageMutation {

  /** Another start line. */
  @Doc("Another start line.")
  record StartLine(@Doc("The start line, as it is sent.") String text) implements MessageMutation {}

  /** Leave every header of that name out. */
  @Doc("Leave a header out.")
  record DropHeader(@Doc("The header of which every line is left out.") String name)
      implements MessageMutation {}

  /** Give a header that value, byte for byte, valid or not. */
  @Doc("Give a header a value, valid or not.")
  record SetHeader(@Doc("The header.") String name, @Doc("Its value, byte for byte.") String value)
      implements MessageMutation {}

  /** Add a raw line before the blank line that ends the headers. */
  @Doc("Add a line to the headers.")
  record AddLine(@Doc("The line, as it is sent.") String text) implements MessageMutation {}

  /** Claim that body length in bytes; may be negative. */
  @Doc("Claim another body length.")
  record ContentLength(@Doc("The value of Content-Length; may be negative.") long value)
      implements MessageMutation {}

  /** Replace the first occurrence of a text anywhere in the message. */
  @Doc("Replace a text anywhere in the message.")
  record ReplaceText(
      @Doc("The text of which the first occurrence is replaced.") String find,
      @Doc("What is written instead.") String with)
      implements MessageMutation {}
}
