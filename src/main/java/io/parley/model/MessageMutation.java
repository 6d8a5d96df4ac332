package io.parley.model;

import java.time.Duration;
import java.util.Optional;

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

  /** Write the first line of a header twice. */
  @Doc("Write the first line of a header twice.")
  record RepeatHeader(@Doc("The header.") String name) implements MessageMutation {}

  /** Move every line of a header to the top or the bottom of the header block. */
  @Doc("Move a header to the top or the bottom.")
  record MoveHeader(@Doc("The header.") String name, @Doc("Where to.") Edge to)
      implements MessageMutation {}

  /** An end of the header block. */
  enum Edge {
    FIRST,
    LAST
  }

  /** Write a header's name otherwise: in another case, or as another name. */
  @Doc("Write a header's name otherwise.")
  record RenameHeader(@Doc("The header.") String name, @Doc("What is written instead.") String as)
      implements MessageMutation {}

  /** Write a header in its compact form (RFC 3261 §7.3.3). */
  @Doc("Write a header in its compact form.")
  record CompactHeader(@Doc("The header: From, To, Via, Contact, …") String name)
      implements MessageMutation {}

  /** Fold a header after its colon (RFC 3261 §7.3.1). */
  @Doc("Continue a header on the next line, right after its colon.")
  record FoldHeader(@Doc("The header.") String name) implements MessageMutation {}

  /** Add bytes to the end of a header's value: NUL, what is no UTF-8. */
  @Doc("Add bytes to the end of a header's value.")
  record HeaderBytes(@Doc("The header.") String name, @Doc("The bytes in hex: 00 ff.") String hex)
      implements MessageMutation {
    /** Refuses what is not hex. */
    public HeaderBytes {
      if (!hex.matches("\\s*([0-9A-Fa-f]{2}\\s*)+")) {
        throw new IllegalArgumentException("expected bytes in hex, as 00 ff, found '" + hex + "'");
      }
    }
  }

  /** Make a header's value longer. */
  @Doc("Make a header's value as long as that.")
  record PadHeader(
      @Doc("The header.") String name, @Doc("Length of its value in bytes.") int length)
      implements MessageMutation {
    /** Refuses more than a datagram may have. */
    public PadHeader {
      if (length < 1 || length > 1 << 20) {
        throw new IllegalArgumentException("expected a length of 1 to 1048576, found " + length);
      }
    }
  }

  /** Leave the tag of From or To out, write it twice, or write another one. */
  @Doc("Leave the tag of From or To out, write it twice, or write another one.")
  record Tag(@Doc("From or To.") String header, @Doc("What happens to it.") Fate is)
      implements MessageMutation {}

  /** What happens to a tag. */
  enum Fate {
    MISSING,
    TWICE,
    /** Another one than the dialog's. */
    OTHER
  }

  /** Another branch in the top Via. */
  @Doc("Another branch in the top Via.")
  record Branch(@Doc("The branch, as it is sent.") String value) implements MessageMutation {}

  /** Claim a body longer or shorter than it is, by so many bytes. */
  @Doc("Claim a body that is longer, or shorter, by so many bytes.")
  record ContentLengthBy(@Doc("Bytes added to the true length; may be negative.") int bytes)
      implements MessageMutation {}

  /** End the lines of the header block otherwise. */
  @Doc("End the start line and the headers otherwise.")
  record LineEnd(@Doc("The line end, for example a bare line feed.") String text)
      implements MessageMutation {}

  /** Put a text before the message: garbage, keep-alives. */
  @Doc("Put a text before the message: garbage, keep-alives.")
  record Prepend(@Doc("The text, as it is sent.") String text) implements MessageMutation {}

  /** Put a text behind the message. */
  @Doc("Put a text behind the message.")
  record Append(@Doc("The text, as it is sent.") String text) implements MessageMutation {}

  /** Send only the beginning of the message. */
  @Doc("Send only the beginning of the message.")
  record Truncate(@Doc("Bytes that are sent.") int bytes) implements MessageMutation {
    /** Refuses to send nothing. */
    public Truncate {
      if (bytes < 1) {
        throw new IllegalArgumentException("expected at least 1 byte, found " + bytes);
      }
    }
  }

  /** Send the message that many times at once: in one datagram, in one write to a stream. */
  @Doc("Send the message that many times at once, in one datagram or one write to a stream.")
  record Copies(@Doc("How many.") int count) implements MessageMutation {
    /** Refuses what would not fit. */
    public Copies {
      if (count < 2 || count > 20) {
        throw new IllegalArgumentException("expected 2 to 20 copies, found " + count);
      }
    }
  }

  /**
   * Send the message in parts over a stream, with a pause between them.
   *
   * @param pause between the parts; empty = 20 ms
   */
  @Doc("Send the message in that many TCP segments.")
  record Segments(
      @Doc("How many.") int count,
      @Doc("A pause between them; by default 20ms.") Optional<Duration> pause)
      implements MessageMutation {
    /** Refuses what takes too long. */
    public Segments {
      if (count < 2 || count > 1000) {
        throw new IllegalArgumentException("expected 2 to 1000 segments, found " + count);
      }
      if (pause.map(p -> p.multipliedBy(count).toMillis() > 10_000).orElse(count > 500)) {
        throw new IllegalArgumentException("expected pauses of 10 s in all at most");
      }
    }
  }

  /** Let one datagram get lost, so that a retransmission has to mend it (RFC 3261 §17). */
  @Doc("Let the request get lost once, or the first answer to it; over UDP.")
  record Lose(@Doc("Which of the two: request or answer.") Lost what) implements MessageMutation {}

  /** What gets lost on the way. */
  enum Lost {
    /** The first copy of the request: it does not leave, its retransmissions do. */
    REQUEST,
    /** The first answer that arrives: nobody is told, and the request is repeated. */
    ANSWER
  }
}
