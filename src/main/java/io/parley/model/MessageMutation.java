package io.parley.model;

/**
 * One change to a finished request, wrong on purpose, applied to its bytes. Mutations of what a
 * transaction is matched by (start line, Via, From, To, Call-ID, CSeq, framing) are sent on the raw
 * lane, since no SIP stack sends them; see {@link #touchesIdentity}.
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

  /**
   * Whether a SIP stack can no longer carry the message: it identifies the transaction or its
   * framing.
   */
  default boolean touchesIdentity() {
    return true;
  }
}
