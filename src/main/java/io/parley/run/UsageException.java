package io.parley.run;

import java.util.List;

/** The run cannot start because of what the user typed or wrote; nothing was sent. */
public final class UsageException extends RuntimeException {
  private final List<String> lines;

  /**
   * A reason to stop before anything is sent.
   *
   * @param lines what is wrong and what to do, one problem a line
   */
  public UsageException(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
    this.lines = List.copyOf(lines);
  }

  /** A single-line reason. */
  public UsageException(String line) {
    this(List.of(line));
  }

  /** What to print, one problem a line. */
  public List<String> lines() {
    return lines;
  }
}
