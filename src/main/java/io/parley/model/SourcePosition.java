package io.parley.model;

/**
 * A place in a file that a person wrote.
 *
 * @param file path as the user named it, with forward slashes
 * @param line 1-based line
 * @param column 1-based column
 */
public record SourcePosition(String file, int line, int column) {

  /** The form every message uses: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
