package io.parley.sdp;

/**
 * One place where an SDP breaks the grammar of RFC 8866.
 *
 * @param line 1-based line number; 0 = the whole body (a line is missing)
 * @param words what is wrong, with the section
 * @param tolerable whether a receiver should accept it all the same: the RFC says so (bare LF line
 *     ends, RFC 8866 §5), or receivers commonly do (an empty {@code s=})
 */
public record SdpFault(int line, String words, boolean tolerable) {

  /** {@code line 3: words}. */
  @Override
  public String toString() {
    return line == 0 ? words : "line " + line + ": " + words;
  }
}
