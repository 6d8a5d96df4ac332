package io.parley.model;

/**
 * A place in a file that a person wrote.
 *
 * @param file path as the user named it, with forward slashes
 * @param line 1-based line; 0 = not in a file: {@code file} then names a command line option
 * @param column 1-based column
 */
public record SourcePosition(String file, int line, int column) {

  /** A command line option as the place of what is wrong. */
  public static SourcePosition option(String name) {
    return new SourcePosition(name, 0, 0);
  }

  /** The form every message uses: {@code file:line:column}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
