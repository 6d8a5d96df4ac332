package io.parley.model;

/**
 * One change to a finished request, wrong on purpose, applied to its bytes. A request with any of
 * these is sent on the raw lane, from a socket of its own, since no SIP stack is sure to send it.
 */
public sealed interface MessageMutation {

  /** Another start line. */
  record StartLine(String text) implements MessageMutation {}

  /** Leave every header of that name out. */
  record DropHeader(String name) implements MessageMutation {}

  /** Give a header that value, byte for byte, valid or not. */
  record SetHeader(String name, String value) implements MessageMutation {}

  /** Add a raw line before the blank line that ends the headers. */
  record AddLine(String text) implements MessageMutation {}

  /** Claim that body length in bytes; may be negative. */
  record ContentLength(long value) implements MessageMutation {}

  /** Replace the first occurrence of a text anywhere in the message. */
  record ReplaceText(String find, String with) implements MessageMutation {}
}
