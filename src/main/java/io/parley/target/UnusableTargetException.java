package io.parley.target;

import java.util.List;

/** What the user named as target cannot be used; nothing was sent. */
public final class UnusableTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /**
   * Reasons, with their place.
   *
   * @param lines what is wrong and what to do, one problem a line
   */
  public UnusableTargetException(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
    this.lines = List.copyOf(lines);
  }

  /** One problem a line. */
  public List<String> lines() {
    return lines;
  }
}
