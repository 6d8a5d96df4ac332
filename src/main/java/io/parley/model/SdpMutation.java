package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One change to a finished SDP, wrong on purpose. Lines are selected by how they start ({@code
 * "v="}, {@code "a=rtpmap:0"}) or by their number; all that match are meant, unless {@code in}
 * names the part or {@code nth} the one. Streams are counted from 1.
 */
public sealed interface SdpMutation
    permits SdpMutation.OfLines,
        SdpMutation.Append,
        SdpMutation.Insert,
        SdpMutation.LineEnd,
        SdpMutation.LineBytes,
        SdpMutation.Truncate,
        StreamMutation {

  /** A change of lines that a selector means. */
  sealed interface OfLines extends SdpMutation {
    /** See {@link LineSelector#line}. */
    String line();

    /** See {@link LineSelector#in}. */
    Optional<String> in();

    /** See {@link LineSelector#nth}. */
    OptionalInt nth();

    /** The lines. */
    default LineSelector lines() {
      return new LineSelector(line(), in(), nth());
    }
  }

  /** Leave the lines out. */
  @Doc("Leave lines out.")
  record Drop(
      @Doc("How the lines to leave out start, for example c= or a=rtpmap:0; or a line's number.")
          String line,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in,
      @Doc("Which of those that match, from 1; by default all.") OptionalInt nth)
      implements OfLines {

    /** All lines that start so. */
    public Drop(String line) {
      this(line, Optional.empty(), OptionalInt.empty());
    }
  }

  /** Write the lines more than once. */
  @Doc("Write lines twice, or more often.")
  record Repeat(
      @Doc("How the lines to repeat start; or a line's number.") String line,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in,
      @Doc("Which of those that match, from 1; by default all.") OptionalInt nth,
      @Doc("How often each is there afterwards; by default twice.") OptionalInt times)
      implements OfLines {

    /** Holds that the SDP stays of a size that can be sent. */
    public Repeat {
      if (times.isPresent() && (times.getAsInt() < 2 || times.getAsInt() > 1000)) {
        throw new IllegalArgumentException("repeat: expected 2 to 1000 times");
      }
    }

    /** All lines that start so, twice. */
    public Repeat(String line) {
      this(line, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
  }

  /** Write another text instead of the lines. */
  @Doc("Write another text instead of lines.")
  record Replace(
      @Doc("How the lines to replace start; or a line's number.") String line,
      @Doc("What is written instead.") String with,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in,
      @Doc("Which of those that match, from 1; by default all.") OptionalInt nth)
      implements OfLines {

    /** All lines that start so. */
    public Replace(String line, String with) {
      this(line, with, Optional.empty(), OptionalInt.empty());
    }
  }

  /** Change a part of the lines. */
  @Doc("Change one field of lines, or a text in them.")
  record Change(
      @Doc("How the lines to change start; or a line's number.") String line,
      @Doc("Which field is changed, counted from 1: m=audio is the first of an m= line.")
          OptionalInt field,
      @Doc("The text to change, instead of a field; its first occurrence.") Optional<String> find,
      @Doc("What is written instead.") String with,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in,
      @Doc("Which of those that match, from 1; by default all.") OptionalInt nth)
      implements OfLines {

    /** Holds that what changes is said once. */
    public Change {
      if (field.isPresent() == find.isPresent()) {
        throw new IllegalArgumentException("change: expected either 'field' or 'find'");
      }
    }
  }

  /** Write the lines in another place of their part. */
  @Doc("Write lines in another place.")
  record Move(
      @Doc("How the lines to move start; or a line's number.") String line,
      @Doc("first or last of their part (the session, the media section).") Optional<Place> to,
      @Doc("How the line starts before which they are written.") Optional<String> before,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in,
      @Doc("Which of those that match, from 1; by default all.") OptionalInt nth)
      implements OfLines {

    /** Holds that the place is said once. */
    public Move {
      if (to.isPresent() == before.isPresent()) {
        throw new IllegalArgumentException("move: expected either 'to' or 'before'");
      }
    }
  }

  /** Add a line at the end of a part. */
  @Doc("Add a line.")
  record Append(
      @Doc("The line to add at the end of the first media section, or of another part.")
          String text,
      @Doc("session, or the number of a media section from 1.") Optional<String> in)
      implements SdpMutation {

    /** At the end of the first media section. */
    public Append(String text) {
      this(text, Optional.empty());
    }
  }

  /** Add a line before or behind the first that matches. */
  @Doc("Insert a line.")
  record Insert(
      @Doc("How the line starts before which it is inserted; or its number.")
          Optional<String> before,
      @Doc("How the line starts behind which it is inserted; or its number.")
          Optional<String> after,
      @Doc("The line to insert.") String text,
      @Doc("session, or the number of a media section from 1; by default everywhere.")
          Optional<String> in)
      implements SdpMutation {

    /** Holds that the place is said once. */
    public Insert {
      if (before.isPresent() == after.isPresent()) {
        throw new IllegalArgumentException("insert: expected either 'before' or 'after'");
      }
    }

    /** Before the first line that starts so. */
    public Insert(String before, String text) {
      this(Optional.of(before), Optional.empty(), text, Optional.empty());
    }

    /** The line beside which it is inserted. */
    public LineSelector beside() {
      return new LineSelector(before.or(() -> after).orElseThrow(), in, OptionalInt.of(1));
    }
  }

  /** End lines with {@code "\n"} or another text instead of CRLF. */
  @Doc("End lines otherwise than with CRLF.")
  record LineEnd(
      @Doc("What lines end with instead of CRLF.") String text,
      @Doc("How the lines start that end so; or a line's number; by default all.")
          Optional<String> of)
      implements SdpMutation {

    /** All lines. */
    public LineEnd(String text) {
      this(text, Optional.empty());
    }
  }

  /** Write bytes behind lines: NUL, what is no UTF-8. */
  @Doc("Write bytes behind lines: NUL, what is no UTF-8.")
  record LineBytes(
      @Doc("How the lines start that they are written behind; or a line's number.") String line,
      @Doc("The bytes in hexadecimal, for example 00 ff.") String hex)
      implements SdpMutation {}

  /** Cut the text off. */
  @Doc("Keep only the first bytes; Content-Length follows.")
  record Truncate(@Doc("How many bytes are kept.") int bytes) implements SdpMutation {

    /** Holds that something is left. */
    public Truncate {
      if (bytes < 1) {
        throw new IllegalArgumentException("truncate: expected at least 1 byte");
      }
    }
  }

  /** An end of a list. */
  enum Place {
    FIRST,
    LAST
  }
}
