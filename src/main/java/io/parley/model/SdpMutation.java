package io.parley.model;

/**
 * One change to a finished SDP, wrong on purpose. A {@code line} selects lines by how they start
 * ({@code "v="}, {@code "a=rtpmap:0"}, {@code "c="}); all that match are meant.
 */
public sealed interface SdpMutation {

  /** Leave the lines out. */
  @Doc("Leave lines out.")
  record Drop(@Doc("How the lines to leave out start, for example c= or a=rtpmap:0.") String line)
      implements SdpMutation {}

  /** Write the lines twice. */
  @Doc("Write lines twice.")
  record Repeat(@Doc("How the lines to write twice start.") String line) implements SdpMutation {}

  /** Write another text instead of the lines. */
  @Doc("Write another text instead of lines.")
  record Replace(
      @Doc("How the lines to replace start.") String line,
      @Doc("What is written instead.") String with)
      implements SdpMutation {}

  /** Add a line at the end of the first media section. */
  @Doc("Add a line.")
  record Append(@Doc("The line to add at the end of the first media section.") String text)
      implements SdpMutation {}

  /** Add a line before the first that matches. */
  @Doc("Insert a line.")
  record Insert(
      @Doc("How the line starts before which it is inserted.") String before,
      @Doc("The line to insert.") String text)
      implements SdpMutation {}

  /** End every line with {@code "\n"} or another text instead of CRLF. */
  @Doc("End lines otherwise than with CRLF.")
  record LineEnd(@Doc("What every line ends with instead of CRLF.") String text)
      implements SdpMutation {}
}
