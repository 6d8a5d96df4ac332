package io.parley.model;

/**
 * One change to a finished SDP, wrong on purpose. A {@code line} selects lines by how they start
 * ({@code "v="}, {@code "a=rtpmap:0"}, {@code "c="}); all that match are meant.
 */
public sealed interface SdpMutation {

  /** Leave the lines out. */
  record Drop(String line) implements SdpMutation {}

  /** Write the lines twice. */
  record Repeat(String line) implements SdpMutation {}

  /** Write another text instead of the lines. */
  record Replace(String line, String with) implements SdpMutation {}

  /** Add a line at the end of the first media section. */
  record Append(String text) implements SdpMutation {}

  /** Add a line before the first that matches. */
  record Insert(String before, String text) implements SdpMutation {}

  /** End every line with {@code "\n"} or another text instead of CRLF. */
  record LineEnd(String text) implements SdpMutation {}
}
