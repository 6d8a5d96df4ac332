package io.parley.merge;

import java.util.List;

/** These runs are not parts of one; nothing was written. Each line says where, what, what to do. */
public final class MergeRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  /** With those lines. */
  public MergeRefusedException(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
    this.lines = List.copyOf(lines);
  }

  /** What is wrong, line by line. */
  public List<String> lines() {
    return lines;
  }
}
