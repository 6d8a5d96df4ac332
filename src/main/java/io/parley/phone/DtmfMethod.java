package io.parley.phone;

import java.util.Locale;

/** How a phone sends digits. */
public enum DtmfMethod {
  /** Named events in RTP (RFC 4733, RFC 2833 before it). */
  RFC4733,
  /** In INFO requests (RFC 6086 and what was before it). */
  INFO,
  /** As tones in the audio. */
  IN_BAND;

  /** As files have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
