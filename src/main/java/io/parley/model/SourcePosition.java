package io.parley.model;

/**
 * A place in a file that a person wrote.
 *
 * @param file path as the user named it, with forward slashes
 * @param line 1-based line; 0 = all of {@code file}, which may also be a folder or a command line
 *     option
 * @param column 1-based column
 */
public record SourcePosition(String file, int line, int column) {

  /** A file, a folder or a command line option as a whole. */
  public static SourcePosition whole(String name) {
    return new SourcePosition(name, 0, 0);
  }

  /** The form every message uses: {@code file:line:column}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
