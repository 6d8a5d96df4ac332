package io.parley.sdp;

/**
 * One thing in which a second SDP differs from a first.
 *
 * @param what the thing, for example {@code audio codecs}
 * @param before how the first has it
 * @param after how the second has it
 */
public record SdpChange(String what, String before, String after) {

  /** {@code audio codecs: PCMU/8000 -> PCMA/8000}. */
  @Override
  public String toString() {
    return what + ": " + before + " -> " + after;
  }
}
