package io.parley.model;

/** A whole message that is sent as it is written, on the raw lane. */
public sealed interface RawMessage {

  /**
   * A text.
   *
   * @param text line ends are written as CRLF; {@code [call-id]}, {@code [branch]}, {@code
   *     [local]}, {@code [target]} and {@code [tag]} are filled in
   */
  record Text(String text) implements RawMessage {}

  /**
   * The bytes of a file; nothing is filled in and nothing is changed.
   *
   * @param file the file, as the scenario names it
   * @param bytes its content, one char a byte (ISO 8859-1)
   */
  record Bytes(String file, String bytes) implements RawMessage {}

  /** The content as text, one char a byte, before anything is filled in. */
  default String content() {
    return this instanceof Text t ? t.text() : ((Bytes) this).bytes();
  }
}
